import type { DecodedSegment } from './recognizer.ts'

/** Why a decoded segment is not shown. Its sound stays in the recording. */
export type Refusal = 'empty' | 'not_speech' | 'nobody_spoke' | 'loop'

/** What models print for sounds: `[BLANK_AUDIO]`, `(music)`, `*laughs*`, note signs. */
const soundMark = /^[\s♪.…-]*((\[[^\]]*\]|\([^)]*\)|\*[^*]*\*)[\s♪.…-]*)+$|^[\s♪.…-]+$/

/**
 * Whether a segment is invented, by its own evidence. Sound without voice is never decoded, so this is the
 * second gate, not the first.
 */
export function refuse(segment: DecodedSegment): Refusal | null {
  const text = segment.text.trim()
  if (text === '') return 'empty'
  if (soundMark.test(text)) return 'not_speech'
  if (segment.noSpeechProbability > 0.6 && averageLogProbability(segment) < -1)
    return 'nobody_spoke'
  if (isLoop(text)) return 'loop'
  return null
}

function averageLogProbability({ tokens }: DecodedSegment): number {
  if (tokens.length === 0) return 0
  const logs = tokens.map(({ probability }) => Math.log(Math.max(probability, 1e-6)))
  return logs.reduce((sum, log) => sum + log, 0) / logs.length
}

/** The same one to six words at least five times in a row, and hardly anything else. */
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
    if (most >= 5 && most * size >= words.length * 0.8) return true
  }
  return false
}
