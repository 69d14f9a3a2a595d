import { someBytes } from './model-bench.ts'

const numbers = (...values: readonly number[]) => Buffer.from(Uint32Array.from(values).buffer)

export interface WhisperWishes {
  /** Another seed, another content. */
  readonly seed?: number
  /** The number of the type of every tensor, and the bytes of its 64 elements. */
  readonly type?: number
  readonly bytes?: number
}

/** A whole Whisper file without a layer: every part of the format, and nothing to hear with. */
export function whisperFile({ seed = 1, type = 0, bytes = 256 }: WhisperWishes = {}): Buffer {
  const header = numbers(0x67676d6c, 51_865, 1500, 32, 1, 0, 448, 32, 1, 0, 80, 1)
  const filters = Buffer.concat([numbers(2, 3), someBytes(24, seed)])
  const words = Buffer.concat([numbers(2, 3), Buffer.from('one'), numbers(0)])
  const tensors = Array.from({ length: 11 }, (_, i) => {
    const name = Buffer.from(`tensor.${i}`)
    return Buffer.concat([numbers(2, name.length, type, 32, 2), name, someBytes(bytes, seed + i)])
  })
  return Buffer.concat([header, filters, words, ...tensors])
}
