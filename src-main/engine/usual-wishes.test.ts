import { expect, it } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import { usualWishes } from './usual-wishes.ts'

const settings = {
  ...defaultSettings,
  spokenLanguage: 'it',
  stopAfterSilenceMs: 300_000,
  finalPass: 'whole',
} as const
const chosen = { language: 'it', stopAfterSilenceMs: 300_000, finalPass: 'whole' }
const unsaid = { language: null, stopAfterSilenceMs: null, finalPass: null }

it.each([
  ['what is not said is as in the settings', {}, {}],
  ['a language that is said counts', { language: 'auto' }, { language: 'auto' }],
  ['no silence is said by 0', { stopAfterSilenceMs: 0 }, { stopAfterSilenceMs: null }],
  ['a silence that is said counts', { stopAfterSilenceMs: 10_000 }, { stopAfterSilenceMs: 10_000 }],
  ['no second reading is said by off', { finalPass: 'off' as const }, { finalPass: 'off' }],
])('%s', (_, said, difference) => {
  expect(usualWishes({ ...unsaid, ...said }, settings)).toEqual({ ...chosen, ...difference })
})
