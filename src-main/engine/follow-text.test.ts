import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Warning } from '#contract/warning.ts'
import { followText } from './follow-text.ts'
import { said } from './spoken-language/fixtures/said.ts'
import { loadLanguageIdentifier } from './spoken-language/identify-language.ts'
import { expectedTerms } from './vocabulary/expected-terms.ts'

const { en = [], it: italian = [] } = said

function meetingIn(first: string) {
  let language = first
  const warnings: Warning[] = []
  const bugs: unknown[] = []
  const settled: string[] = []
  const expected = expectedTerms([], () => ['Marco', 'Anna'])
  const follower = followText({
    loadIdentifier: loadLanguageIdentifier,
    expected,
    language: () => language,
    settled: () => void settled.push(language),
    warn: (warning) => void warnings.push(warning),
    onBug: (error) => void bugs.push(error),
  })
  const say = (texts: readonly string[]): void => {
    for (const text of texts)
      follower.committed({
        id: SegmentId.parse(randomUUID()),
        track: 'them',
        speaker: null,
        startMs: 0,
        endMs: 1_000,
        text,
        status: 'committed',
        words: [],
      })
  }
  const speak = (next: string): void => {
    language = next
    follower.languageChanged()
  }
  /** As the first speech does. */
  const settle = (found: string): void => void (language = found)
  return { warnings, bugs, settled, expected, say, speak, settle }
}

it('warns once that the text is in another language, and what to do', async () => {
  const { warnings, say } = meetingIn('en')
  say([...en, ...italian, ...italian])
  await vi.waitFor(() => expect(warnings).toHaveLength(1))
  expect(warnings).toEqual([
    {
      code: 'language_mismatch',
      message:
        'The text looks like Italian, not like English. If Italian is spoken, set the language of the meeting to it (--language it).',
      track: null,
      name: 'it',
      over: false,
    },
  ])
})

it('says that it is over when the language is right again, or is changed', async () => {
  const { warnings, say, speak } = meetingIn('en')
  say([...italian, ...en, ...en])
  await vi.waitFor(() => expect(warnings.map(({ over }) => over)).toEqual([false, true]))
  say([...italian, ...italian])
  await vi.waitFor(() => expect(warnings).toHaveLength(3))
  speak('it')
  say([...italian, ...italian])
  await vi.waitFor(() => expect(warnings).toHaveLength(4))
  expect(warnings.at(-1)).toMatchObject({ over: true, name: 'it' })
})

it('warns of nothing while the language is not known, and notes the terms all the same', async () => {
  const { warnings, bugs, expected, say, speak } = meetingIn('auto')
  say(['Anna is here.', ...italian, ...italian])
  expect(expected.terms()).toEqual(['Anna', 'Marco'])
  speak('it')
  say([...italian, ...italian])
  speak('en')
  say([...italian, ...italian])
  await vi.waitFor(() => expect(warnings.map(({ over }) => over)).toEqual([false]))
  expect(bugs).toEqual([])
})

it('says once that the first speech has settled the language, and not where it was chosen', () => {
  const { settled, say, speak, settle } = meetingIn('auto')
  say(['Buongiorno.'])
  expect(settled).toEqual([])
  settle('it')
  say(['Buongiorno a tutti.', 'Cominciamo.'])
  expect(settled).toEqual(['it'])
  speak('en')
  say(['Good morning.'])
  expect(settled).toEqual(['it'])
})
