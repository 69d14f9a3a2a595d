/** Single sentences of the bank under noise, decoded as live ones are, with what the decoder is told to expect. */
import { SAMPLE_RATE } from '#engine/audio/frames.ts'
import { understand } from '#engine/recognition/understand.ts'
import { whisperWork } from '#engine/recognition/whisper.native.ts'
import type { DecodedWord } from '#engine/recognition/words.ts'
import { testModel } from './samples.ts'
import type { BankSentence } from './sounds/bank.ts'
import { noisy } from './sounds/effects.ts'

export interface Heard {
  readonly text: string
  readonly words: readonly DecodedWord[]
  /** What the model itself spent. */
  readonly modelMs: number
}

/** White noise this much under the voice; null: none. */
export type Noise = number | null

export function listener() {
  const work = whisperWork('')
  return async (samples: Int16Array, prompt: string): Promise<Heard> => {
    const asked = { modelPath: testModel, samples, language: 'en', style: 'live', prompt } as const
    const { signal } = new AbortController()
    const decoding = await work.decode({ ...asked, threads: 1, fullContext: false }, signal)
    const { spoken } = understand(decoding)
    return {
      text: spoken.map(({ text }) => text).join(' '),
      words: spoken.flatMap(({ words }) => words),
      modelMs: decoding.timings.encodeMs + decoding.timings.decodeMs,
    }
  }
}

/** With a moment of the same noise before and after, as a cut utterance has it. */
export function underNoise({ samples }: BankSentence, noise: Noise, seed: number): Int16Array {
  const around = 0.3 * SAMPLE_RATE
  const padded = new Int16Array(samples.length + 2 * around)
  padded.set(samples, around)
  return noise === null ? padded : noisy(padded, noise, seed)
}

/** Without case and punctuation. */
export function plainWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
}
