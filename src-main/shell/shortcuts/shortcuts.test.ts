import { expect, it, vi } from 'vitest'
import { defaultSettings, type Settings } from '#contract/settings.ts'
import { after, heard, idle, started } from '../fixtures/desktop-events.ts'
import { keepShortcuts } from './keep-shortcuts.ts'
import { actOf, wantedShortcuts } from './plan-shortcuts.ts'

const [record, muteMe] = ['CommandOrControl+Shift+R', 'CommandOrControl+Shift+M']
const withKeys = (shortcuts: Partial<Settings['shortcuts']>, dictate = false): Settings => ({
  ...defaultSettings,
  dictate,
  shortcuts: { record, muteMe, bookmark: null, captions: null, dictate: null, ...shortcuts },
})

it.each([
  ['those that are chosen', withKeys({}), { [record]: 'record', [muteMe]: 'muteMe' }],
  ['none for what has none', withKeys({ record: null }), { [muteMe]: 'muteMe' }],
  ['keys chosen twice for the first', withKeys({ muteMe: record }), { [record]: 'record' }],
  [
    'none to dictate while that is off',
    withKeys({ record: null, muteMe: null, dictate: 'F9' }),
    {},
  ],
  [
    'those to dictate once it is on',
    withKeys({ record: null, muteMe: null, dictate: 'F9' }, true),
    { F9: 'dictate' },
  ],
])('wants %s', (_, settings, expected) => {
  expect(Object.fromEntries(wantedShortcuts(settings))).toEqual(expected)
})

it('does with a key what fits the moment', () => {
  const recording = after(started, heard())
  expect([actOf('record', idle), actOf('record', recording)]).toEqual(['record', 'stop'])
  expect([actOf('bookmark', idle), actOf('bookmark', recording)]).toEqual([null, 'bookmark'])
  expect([actOf('captions', idle), actOf('dictate', recording)]).toEqual(['captions', 'dictate'])
})

function setUp(taken: readonly string[] = []) {
  const held = new Map<string, () => void>()
  const [onPressed, onConflict] = [vi.fn(), vi.fn()]
  const follow = keepShortcuts({
    globalShortcut: {
      register: (keys, pressed) => {
        if (keys === 'Nonsense') throw new TypeError('Invalid accelerator')
        if (taken.includes(keys) || held.has(keys)) return false
        held.set(keys, pressed)
        return true
      },
      unregister: (keys) => void held.delete(keys),
    },
    onPressed,
    onConflict,
  })
  return { follow, held, onPressed, onConflict }
}

it('holds the keys of now, and gives the others back', () => {
  const { follow, held, onPressed, onConflict } = setUp()
  follow(withKeys({}))
  follow(withKeys({ record: muteMe, muteMe: 'F8' }))
  expect([...held.keys()].toSorted()).toEqual([muteMe, 'F8'])
  held.get(muteMe)?.()
  expect(onPressed.mock.calls).toEqual([['record']])
  expect(onConflict).not.toHaveBeenCalled()
})

it('tells once of keys that another program has, or that are none, and tries them again', () => {
  const { follow, held, onConflict } = setUp([record])
  follow(withKeys({ muteMe: 'Nonsense' }))
  follow(withKeys({ muteMe: 'Nonsense' }))
  expect(onConflict.mock.calls).toEqual([[[record, 'Nonsense']]])
  expect([...held.keys()]).toEqual([])
})
