import { SAMPLE_RATE } from '../audio/frames.ts'
import type { DecodeDepth } from './recognizer.ts'

/** Encoder positions per second of sound in every Whisper model. */
const positionsPerSecond = 50
const fullContext = 1500

export interface DecodeSettings {
  /** Encoder positions to compute; 0 means all 1500, which is 30 s. */
  readonly audioContext: number
  readonly beam: number
  /** How much warmer each further try is; 0 means one try only. */
  readonly temperatureIncrement: number
  /** Tokens one segment may have; a model that loops is stopped here. 0 means no bound. */
  readonly maxTokens: number
}

/**
 * A final decode tries again where the first try looks wrong. It searches with beams on a GPU only: on a
 * CPU five beams cost about twice the time and mend no word of clear speech. Under noise they do, so a thorough one
 * always has them.
 *
 * A live decode computes only the context its sound needs, rounded up to 64 and never under 384: below
 * that untuned models loop or stop early. More than 14 s gets the full context.
 */
export function settingsFor(style: DecodeDepth, samples: number, onGpu: boolean): DecodeSettings {
  const seconds = samples / SAMPLE_RATE
  if (style !== 'live') {
    const beam = onGpu || style === 'thorough' ? 5 : 1
    return { audioContext: 0, beam, temperatureIncrement: 0.2, maxTokens: 0 }
  }
  const needed = Math.ceil((seconds * positionsPerSecond + 64) / 64) * 64
  return {
    audioContext: seconds > 14 ? 0 : Math.min(Math.max(needed, 384), fullContext),
    beam: 1,
    temperatureIncrement: 0,
    maxTokens: 16 + Math.ceil(seconds * 8),
  }
}

/**
 * Pieces of a file that are decoded side by side on a CPU. Two decodes of one thread each never wait for
 * each other, where two threads of one decode spin at every step.
 */
export function lanesFor(cores: number): number {
  return cores < 2 ? 1 : 2
}

/** Spinning threads on busy cores are far slower than one thread, so small machines get one. */
export function threadsFor(style: DecodeDepth, cores: number): number {
  const share = style !== 'live' ? cores / 2 / lanesFor(cores) : cores / 2
  return Math.max(1, Math.min(4, Math.floor(share)))
}
