/**
 * A library of meetings to search in: the same at every run, with words as frequent as in real
 * speech (few words make up most of it, most words are rare).
 */

import { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'

/** The most frequent words of spoken English, in order. */
const frequent = `
  the I and to you that it of a in is yeah so we have but on was this for they be with do not know
  like what just if are think can at there one or all as about up he my would right go get your then
  them when don't it's no really some from now because were out time me see good had going how well
  people two an by did more other who make which been thing need want say could work week year first
  back look over day even here also way back maybe actually question problem project customer team
  meeting number plan budget report release deadline design data market price contract invoice review
  schedule version server update office email account product quality risk support training travel
`
  .trim()
  .split(/\s+/)

const beginnings =
  'ba ca de fo gri ha in jo ka lu mon ne or pro qui re sta tra un ver wel xi yo zen'.split(' ')
const middles = 'ra le ti mo nu spe cto gra bli ssi rde van ple nto cke'.split(' ')
const endings = 'n s t ng tion ment ble ful ist ward ship ness ly er al o a i'.split(' ')

/** Reported with the figures: another seed is another corpus. */
export const seed = 20261121

export interface CorpusMeeting {
  readonly id: MeetingId
  readonly title: string
  readonly startedAtMs: number
  readonly segments: readonly Segment[]
}

export type Random = () => number

/** Uniform numbers from 0 to 1, from a 32-bit seed (mulberry32). */
export function randomFrom(start: number): Random {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Words in the order of their frequency: real ones first, then made-up ones. */
export function makeVocabulary(random: Random, size: number): string[] {
  const words = new Set(frequent)
  while (words.size < size) {
    const middle =
      random() < 0.6 ? pick(random, middles) + pick(random, middles) : pick(random, middles)
    words.add(pick(random, beginnings) + middle + pick(random, endings))
  }
  return [...words]
}

/** A rank by Zipf's law: the n-th word is about as likely as 1 / n. */
export function pickFrequent(random: Random, words: readonly string[]): string {
  const rank = Math.floor(Math.exp(random() * Math.log(words.length + 1))) - 1
  return words[rank] ?? ''
}

export function* makeMeetings(
  random: Random,
  words: readonly string[],
  size: { readonly meetings: number; readonly segments: number },
): Generator<CorpusMeeting> {
  for (let meeting = 0; meeting < size.meetings; meeting += 1) {
    const segments: Segment[] = []
    let startMs = 0
    while (segments.length < size.segments) {
      const segment = makeSegment(random, words, startMs)
      segments.push(segment)
      startMs = segment.endMs + Math.floor(random() * 1200)
    }
    const id = MeetingId.parse(makeUuid(random))
    const title = `Meeting ${meeting + 1}`
    yield { id, title, startedAtMs: Date.UTC(2025, 0, 1 + meeting, 9), segments }
  }
}

function makeSegment(random: Random, words: readonly string[], startMs: number): Segment {
  // Most utterances are short; some are long.
  const count = 3 + Math.floor(-Math.log(1 - random()) * 11)
  let atMs = startMs
  const spoken = Array.from({ length: Math.min(count, 60) }, () => {
    const text = pickFrequent(random, words)
    const word = { text, startMs: atMs, endMs: atMs + 60 + text.length * 45, confidence: random() }
    atMs = word.endMs + Math.floor(random() * 80)
    return word
  })
  return {
    id: SegmentId.parse(makeUuid(random)),
    track: random() < 0.5 ? 'me' : 'them',
    speaker: null,
    startMs,
    endMs: atMs,
    text: `${spoken.map(({ text }) => text).join(' ')}.`,
    status: 'committed',
    words: spoken,
  }
}

function makeUuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}
