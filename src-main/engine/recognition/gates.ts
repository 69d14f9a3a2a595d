import { deflateSync } from 'node:zlib'
import { isMediaPhrase } from './media-phrases.ts'
import type { DecodedSegment } from './recognizer.ts'

/** Why a decoded segment is not shown. Its sound stays in the recording, its text where it can be brought back from. */
export type Refusal =
  | 'empty'
  | 'not_speech'
  | 'nobody_spoke'
  | 'loop'
  | 'repetitive'
  | 'too_fast'
  | 'media_phrase'

/** A refusal that says more of how the sound was decoded than of the sound: another decode may do better. */
const worthAnotherTry: ReadonlySet<Refusal> = new Set([
  'nobody_spoke',
  'loop',
  'repetitive',
  'too_fast',
])

export function mayBeBetter(rule: Refusal): boolean {
  return worthAnotherTry.has(rule)
}

/** What models print for sounds: `[BLANK_AUDIO]`, `(music)`, `*laughs*`, note signs. */
const soundMark = /^[\s♪.…-]*((\[[^\]]*\]|\([^)]*\)|\*[^*]*\*)[\s♪.…-]*)+$|^[\s♪.…-]+$/

/** OpenAI's own threshold: text that shrinks by more repeats itself. */
const mostCompression = 2.4
/** So short a text shrinks by chance or not at all. */
const leastCompressed = 40
/** The fastest speakers of languages with long words stay below; a model that invents does not. */
const mostTokensPerSecond = 12
/** Below this nobody can be said to be too fast: times of single words are not exact. */
const leastTokens = 12

/**
 * Whether a segment is invented, by its own evidence. Sound without voice is never decoded, so this is the second gate,
 * not the first. `voiced` is the share of its time in which a voice was heard, null where that is not known.
 */
export function refuse(segment: DecodedSegment, voiced: number | null): Refusal | null {
  const text = segment.text.trim()
  if (text === '') return 'empty'
  if (soundMark.test(text)) return 'not_speech'
  if (segment.noSpeechProbability > 0.6 && segment.averageLogProbability < -1) return 'nobody_spoke'
  if (isLoop(text)) return 'loop'
  if (text.length >= leastCompressed && compression(text) > mostCompression) return 'repetitive'
  if (isTooFast(segment)) return 'too_fast'
  if (isMediaPhrase(text) && isDoubtful(segment, voiced)) return 'media_phrase'
  return null
}

/** The same one to six words in a row, at least five times or eight words of it, and hardly anything else. */
function isLoop(text: string): boolean {
  const words = text.toLowerCase().split(/\s+/)
  for (let size = 1; size <= 6; size++) {
    let repeats = 1
    let most = 1
    for (let at = size; at + size <= words.length; at += size) {
      const same = words.slice(at, at + size).join(' ') === words.slice(at - size, at).join(' ')
      repeats = same ? repeats + 1 : 1
      most = Math.max(most, repeats)
    }
    const often = most >= 5 || (most >= 3 && most * size >= 8)
    if (often && most * size >= words.length * 0.8) return true
  }
  return false
}

function compression(text: string): number {
  const bytes = Buffer.from(text)
  return bytes.length / deflateSync(bytes).length
}

function isTooFast({ tokens, startMs, endMs }: DecodedSegment): boolean {
  if (tokens.length < leastTokens) return false
  return tokens.length / Math.max(0.1, (endMs - startMs) / 1000) > mostTokensPerSecond
}

function isDoubtful(segment: DecodedSegment, voiced: number | null): boolean {
  if (voiced !== null && voiced < 0.4) return true
  const short = segment.endMs - segment.startMs < 1200
  return short && segment.averageLogProbability < Math.log(0.6)
}
