import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'
import { said } from './fixtures/said.ts'
import { loadLanguageIdentifier } from './identify-language.ts'
import { watchLanguage } from './watch-language.ts'

const identifier = await loadLanguageIdentifier()
const segment = (text: string, track: TrackName = 'them') => ({
  id: SegmentId.parse(randomUUID()),
  track,
  text,
})

/** What the watch believes after each sentence. */
function beliefs(spoken: readonly (readonly string[])[], expected = 'en') {
  const watch = watchLanguage(identifier)
  return spoken.flat().map((text) => {
    watch.heard(segment(text), expected)
    return watch.looksLike()
  })
}

const { en = [], it: italian = [] } = said

it('says nothing of the expected language, however long it is spoken', () => {
  expect(new Set(beliefs([en, en, en]))).toEqual(new Set([null]))
})

it('names the language after enough of it, and keeps to it', () => {
  const seen = beliefs([italian, italian])
  expect(seen.slice(0, 2)).toEqual([null, null])
  expect(seen.slice(6)).toEqual(seen.slice(6).map(() => 'it'))
})

it('is content again when the expected language is spoken, and not at its first sentence', () => {
  const seen = beliefs([italian, en, en])
  expect(seen[italian.length]).toBe('it')
  expect(seen.at(-1)).toBeNull()
})

it('is not disturbed by one foreign sentence', () => {
  const [quoted = ''] = italian
  expect(new Set(beliefs([en, [quoted], en]))).toEqual(new Set([null]))
})

it('judges each voice by its own text', () => {
  const watch = watchLanguage(identifier)
  for (const [at, text] of italian.entries()) {
    watch.heard(segment(text, 'them'), 'en')
    watch.heard(segment(en[at] ?? '', 'me'), 'en')
  }
  expect(watch.looksLike()).toBe('it')
})

it('counts a segment that grows once', () => {
  const watch = watchLanguage(identifier)
  const growing = segment('')
  const text = italian.join(' ')
  for (let end = 10; end <= 160; end += 10)
    watch.heard({ ...growing, text: text.slice(0, end) }, 'en')
  expect(watch.looksLike()).toBeNull()
  for (let end = 160; end <= text.length; end += 10)
    watch.heard({ ...growing, text: text.slice(0, end) }, 'en')
  expect(watch.looksLike()).toBe('it')
})

it('begins anew when the language is changed', () => {
  const watch = watchLanguage(identifier)
  for (const text of italian) watch.heard(segment(text), 'en')
  watch.forget()
  expect(watch.looksLike()).toBeNull()
  for (const text of italian) watch.heard(segment(text), 'it')
  expect(watch.looksLike()).toBeNull()
})
