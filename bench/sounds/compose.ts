/** Meetings of any length, made of spoken sentences: who says what and when is chance, the same in every run. */
import type { TrackName } from '#contract/transcript.ts'
import { SAMPLE_RATE, toMs, toSamples } from '#engine/audio/frames.ts'
import { type Sound, soundOf } from '../replay/sound.ts'
import type { BankSentence, BankVoice } from './bank.ts'
import { type Chance, chance } from './random.ts'

/** A sentence that is said on a track. Where only the text is known, its words have no times. */
export interface Said {
  readonly track: TrackName
  readonly words: readonly SaidWord[]
}

export interface SaidWord {
  readonly text: string
  readonly startMs: number | null
  readonly endMs: number | null
}

export interface Scene {
  readonly sound: Sound
  /** In the order of time on each track. */
  readonly said: readonly Said[]
}

/**
 * `talk`: turns of one to four sentences with pauses, quick answers and moments in which both speak. `monologue`: one
 * voice of `them` that never pauses for 200 ms. `both`: two such voices at once, one on each track. `sparse`: a few
 * sentences a minute.
 */
export type Manner = 'talk' | 'monologue' | 'both' | 'sparse'

interface Wishes {
  readonly manner: Manner
  readonly seconds: number
  readonly seed: number
}

interface Placed {
  readonly track: TrackName
  readonly at: number
  readonly sentence: BankSentence
}

export function compose(bank: readonly BankVoice[], { manner, seconds, seed }: Wishes): Scene {
  const length = seconds * SAMPLE_RATE
  const luck = chance(seed)
  const [first, second, third] = bank
  if (!first || !second || !third) throw new Error('The bank holds too few voices.')
  const lay = (): Placed[] => {
    switch (manner) {
      case 'talk':
        return layTurns(luck, { me: [first], them: [second, third] }, length)
      case 'sparse':
        return layNowAndThen(luck, { me: [first], them: [second, third] }, length)
      case 'monologue':
        return layWithoutPause(luck, 'them', second, length)
      case 'both':
        return [
          ...layWithoutPause(luck, 'me', first, length),
          ...layWithoutPause(luck, 'them', third, length),
        ]
    }
  }
  return sceneOf(lay(), length)
}

/** Nothing is said in the last moments, so that the end of the sound is not the end of a sentence. */
const quietEnd = toSamples(700)

type Speakers = Readonly<Record<'me' | 'them', readonly BankVoice[]>>

function layTurns(luck: Chance, speakers: Speakers, length: number): Placed[] {
  const placed: Placed[] = []
  const next = sentencesOf(luck)
  /** Where each track is free again, so that nobody talks over himself. */
  const free = { me: 0, them: 0 }
  let at = toSamples(600)
  let track: 'me' | 'them' = 'me'
  for (;;) {
    const voice = luck.pick(speakers[track])
    const sentences = Math.ceil(luck.between(0, 4))
    for (let n = 0; n < sentences; n++) {
      const sentence = next(voice)
      at = Math.max(at, free[track])
      const end = at + sentence.samples.length
      if (end > length - quietEnd) return placed
      placed.push({ track, at, sentence })
      free[track] = end + toSamples(60)
      at = end + pauseWithin(luck)
    }
    at += pauseBetween(luck)
    track = track === 'me' ? 'them' : 'me'
  }
}

/** Some sentences follow each other at once. */
function pauseWithin(luck: Chance): number {
  return toSamples(luck.next() < 0.3 ? luck.between(60, 180) : luck.between(250, 800))
}

/** Some answers come too early, some late. */
function pauseBetween(luck: Chance): number {
  const kind = luck.next()
  if (kind < 0.2) return toSamples(-luck.between(800, 2000))
  return toSamples(kind < 0.85 ? luck.between(0, 600) : luck.between(2000, 6000))
}

function layNowAndThen(luck: Chance, speakers: Speakers, length: number): Placed[] {
  const placed: Placed[] = []
  const next = sentencesOf(luck)
  for (let at = toSamples(2000); ; at += toSamples(luck.between(8_000, 30_000))) {
    const track = luck.pick(['me', 'them'] as const)
    const sentence = next(luck.pick(speakers[track]))
    if (at + sentence.samples.length > length - quietEnd) return placed
    placed.push({ track, at, sentence })
    at += sentence.samples.length
  }
}

function layWithoutPause(
  luck: Chance,
  track: TrackName,
  voice: BankVoice,
  length: number,
): Placed[] {
  const placed: Placed[] = []
  const next = sentencesOf(luck)
  let at = toSamples(luck.between(300, 900))
  for (;;) {
    const sentence = next(voice)
    const end = at + sentence.samples.length
    if (end > length - quietEnd) return placed
    placed.push({ track, at, sentence })
    at = end + toSamples(luck.between(40, 160))
  }
}

/** Every sentence of a voice in a new order, again and again: none comes twice close together. */
function sentencesOf(luck: Chance): (voice: BankVoice) => BankSentence {
  const decks = new Map<string, BankSentence[]>()
  return ({ name, sentences }) => {
    let deck = decks.get(name)
    if (!deck || deck.length === 0) {
      deck = shuffled(luck, sentences)
      decks.set(name, deck)
    }
    const sentence = deck.pop()
    if (!sentence) throw new Error(`The voice ${name} has no sentences.`)
    return sentence
  }
}

function shuffled<Item>(luck: Chance, items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, order: luck.next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item)
}

function sceneOf(placed: readonly Placed[], length: number): Scene {
  const tracks = { me: new Int16Array(length), them: new Int16Array(length) }
  for (const { track, at, sentence } of placed)
    if (track !== 'mix') tracks[track].set(sentence.samples, at)
  const said = placed.map(({ track, at, sentence }) => ({
    track,
    words: sentence.words.map(({ text, startMs, endMs }) => ({
      text,
      startMs: toMs(at) + startMs,
      endMs: toMs(at) + endMs,
    })),
  }))
  return { sound: soundOf(tracks), said }
}
