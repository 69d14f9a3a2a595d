/**
 * How loud sound is, in parts. A recording is reduced once to the loudest sample of each 50 ms, one byte each; what a
 * screen asks for is made of those, or of the samples themselves where its parts are shorter.
 */
import { SAMPLE_RATE } from './frames.ts'

/** Samples that one byte stands for. */
export const BLOCK = SAMPLE_RATE / 20

/** The loudest sample of each whole block, as 0 to 255. Samples behind the last whole block are left out. */
export function loudestOf(samples: Int16Array): Uint8Array {
  const blocks = new Uint8Array(Math.floor(samples.length / BLOCK))
  for (let block = 0; block < blocks.length; block++)
    blocks[block] = toByte(loudestIn(samples, block * BLOCK, (block + 1) * BLOCK))
  return blocks
}

/** The loudest of each of `count` equal parts of `[from, to)`, 0 to 1. Positions count values; there is silence behind the last. */
export function inParts(
  values: Int16Array | Uint8Array,
  { from, to, count }: { readonly from: number; readonly to: number; readonly count: number },
): number[] {
  const full = values instanceof Uint8Array ? 255 : 32_768
  const part = (to - from) / count
  return Array.from({ length: count }, (_, index) => {
    const first = Math.floor(from + index * part)
    const last = Math.max(first + 1, Math.ceil(from + (index + 1) * part))
    const loudest = loudestIn(values, first, Math.min(last, values.length))
    // Finer than any screen, and short to send.
    return Math.round((loudest / full) * 1000) / 1000
  })
}

function loudestIn(values: Int16Array | Uint8Array, from: number, to: number): number {
  let loudest = 0
  for (let at = from; at < to; at++) {
    const value = values[at] ?? 0
    if (value > loudest) loudest = value
    else if (-value > loudest) loudest = -value
  }
  return loudest
}

function toByte(loudest: number): number {
  return Math.min(255, Math.round((loudest * 255) / 32_768))
}
