/** What a reader of one track saw: when each committed word was first shown, when it was settled, what was taken back. */
import type { Segment, TrackName } from '#contract/transcript.ts'
import { plainWords } from '../../src-main/testing/word-errors.ts'
import type { HeardEvent } from '../replay/replay.ts'
import type { TimedWord } from './align-words.ts'

export interface CommittedWord extends TimedWord {
  readonly startMs: number
  readonly endMs: number
  readonly committedAtMs: number
  /** When this word first stood in its place on the screen. */
  readonly shownAtMs: number
}

export interface FollowedText {
  readonly words: readonly CommittedWord[]
  /** Words that were shown and were not there in the next picture. */
  readonly erased: number
  /** Of these, the ones that are not what was settled in their place. */
  readonly unstable: number
  /** Committed words that were changed or taken away by a later event. */
  readonly committedChanged: number
  readonly segments: ReadonlyMap<string, Segment>
}

/** What is told within the time of one picture on the screen is seen at once. */
const pictureMs = 16

export function followText(events: readonly HeardEvent[], track: TrackName): FollowedText {
  const text = textOf()
  let pictureAtMs = -Infinity
  for (const { atMs, event } of events) {
    const told = event.type === 'segment.committed' ? event.segment.track : trackOf(event)
    if (told !== track) continue
    if (atMs - pictureAtMs >= pictureMs) {
      text.show()
      pictureAtMs = atMs
    }
    if (event.type === 'segment.committed') text.commit(event.segment, atMs)
    else if (event.type === 'hypothesis.changed') text.guess(event.hypothesis?.text ?? '', atMs)
  }
  text.show()
  return text.result()
}

function trackOf(event: HeardEvent['event']): TrackName | null {
  return event.type === 'hypothesis.changed' ? event.track : null
}

function textOf() {
  const words: CommittedWord[] = []
  const segments = new Map<string, Segment>()
  /** For a place behind the committed words: when each word first stood there. */
  const seen = new Map<number, Map<string, number>>()
  const erased: Array<{ readonly place: number; readonly word: string }> = []
  let guessed: readonly string[] = []
  let pictured: readonly string[] = []
  let picturedFrom = 0
  let committedChanged = 0

  function see(place: number, word: string, atMs: number): void {
    const here = seen.get(place) ?? new Map<string, number>()
    if (!here.has(word)) here.set(word, atMs)
    seen.set(place, here)
  }

  function settle(word: string, times: Pick<CommittedWord, 'startMs' | 'endMs'>, atMs: number) {
    const place = words.length
    const shownAtMs = seen.get(place)?.get(word) ?? atMs
    seen.delete(place)
    words.push({ word, ...times, committedAtMs: atMs, shownAtMs })
  }

  return {
    guess(text: string, atMs: number): void {
      guessed = plainWords(text)
      for (const [n, word] of guessed.entries()) see(words.length + n, word, atMs)
    },

    commit(segment: Segment, atMs: number): void {
      const before = segments.get(segment.id)?.words ?? []
      const kept = before.findIndex((word, n) => word.text !== segment.words[n]?.text)
      if (kept >= 0) committedChanged += before.length - kept
      segments.set(segment.id, segment)
      for (const { text, startMs, endMs } of segment.words.slice(before.length))
        for (const word of plainWords(text)) settle(word, { startMs, endMs }, atMs)
    },

    /** Compares what is to be seen with what was seen before. */
    show(): void {
      const now = [...words.slice(picturedFrom).map(({ word }) => word), ...guessed]
      const differs = pictured.findIndex((word, n) => word !== now[n])
      if (differs >= 0)
        for (const [n, word] of pictured.entries())
          if (n >= differs) erased.push({ place: picturedFrom + n, word })
      pictured = guessed
      picturedFrom = words.length
    },

    result: (): FollowedText => ({
      words,
      segments,
      erased: erased.length,
      unstable: erased.filter(({ place, word }) => words[place]?.word !== word).length,
      committedChanged,
    }),
  }
}
