/** How far the times of heard words are from those at which they were said. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toSamples } from '#engine/audio/frames.ts'
import { HEADER_BYTES } from '#engine/audio/wav-header.ts'
import type { Decoding, DecodeStyle } from '#engine/recognition/recognizer.ts'
import { understand } from '#engine/recognition/understand.ts'

export interface TimedWord {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

/** Heard minus said, in milliseconds, for each word that was heard right. */
export interface WordTimeErrors {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const samples = fileURLToPath(new URL('../../resources/samples/', import.meta.url))

/** A sample whose words have known times. */
export function timedSample(name: string): {
  readonly sound: Int16Array
  readonly words: readonly TimedWord[]
} {
  const bytes = readFileSync(`${samples}${name}.wav`).subarray(HEADER_BYTES)
  const said = JSON.parse(readFileSync(`${samples}${name}.json`, 'utf8')) as ReadonlyArray<{
    readonly text: string
    readonly start: number
    readonly end: number
  }>
  return {
    sound: new Int16Array(bytes.buffer.slice(bytes.byteOffset), 0, bytes.length >> 1),
    words: said.map(({ text, start, end }) => ({ text, startMs: 1000 * start, endMs: 1000 * end })),
  }
}

/** Voice detection cuts at pauses like these, and a file is read in pieces of several utterances. */
const pauseMs = 450
const longestPieceMs = 14_000
const aroundMs = 300

/** Decodes a sample stretch by stretch, as live or as a file, and tells its words with their times in the sample. */
export async function hearWords(
  { sound, words }: ReturnType<typeof timedSample>,
  style: DecodeStyle,
  decode: (samples: Int16Array, style: DecodeStyle) => Promise<Decoding>,
): Promise<TimedWord[]> {
  const heard: TimedWord[] = []
  for (const { startMs, endMs } of stretches(words, style)) {
    const fromMs = Math.max(0, startMs - aroundMs)
    const piece = sound.slice(toSamples(fromMs), toSamples(endMs + aroundMs))
    const { spoken } = understand(await decode(piece, style))
    for (const word of spoken.flatMap((said) => said.words))
      heard.push({ text: word.text, startMs: fromMs + word.startMs, endMs: fromMs + word.endMs })
  }
  return heard
}

function stretches(words: readonly TimedWord[], style: DecodeStyle): TimedWord[] {
  const utterances = joined(words, (one, other) => other.startMs - one.endMs < pauseMs)
  if (style === 'live') return utterances
  return joined(utterances, (one, other) => other.endMs - one.startMs <= longestPieceMs)
}

function joined(
  parts: readonly TimedWord[],
  belong: (one: TimedWord, other: TimedWord) => boolean,
): TimedWord[] {
  const whole: TimedWord[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (last && belong(last, part)) whole[whole.length - 1] = { ...last, endMs: part.endMs }
    else whole.push(part)
  }
  return whole
}

export function wordTimeErrors(
  said: readonly TimedWord[],
  heard: readonly TimedWord[],
): WordTimeErrors {
  const pairs = samePairs(said, heard)
  return {
    starts: pairs.map(([one, other]) => other.startMs - one.startMs),
    ends: pairs.map(([one, other]) => other.endMs - one.endMs),
  }
}

/** The longest list of words that both have in the same order. */
function samePairs(said: readonly TimedWord[], heard: readonly TimedWord[]) {
  const same = (i: number, j: number): boolean => plain(said[i]) === plain(heard[j])
  const longest = said.map(() => heard.map(() => 0))
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0
  for (let i = said.length - 1; i >= 0; i--)
    for (let j = heard.length - 1; j >= 0; j--) {
      const row = longest[i]
      if (row) row[j] = same(i, j) ? 1 + at(i + 1, j + 1) : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const pairs: Array<readonly [TimedWord, TimedWord]> = []
  for (let i = 0, j = 0; i < said.length && j < heard.length;) {
    const [one, other] = [said[i], heard[j]]
    if (one && other && same(i, j)) {
      pairs.push([one, other])
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

function plain(word: TimedWord | undefined): string {
  return word?.text.toLowerCase().replace(/[^\p{L}\p{N}']/gu, '') ?? ''
}
