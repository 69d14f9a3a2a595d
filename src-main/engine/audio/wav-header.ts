import { SAMPLE_RATE } from './frames.ts'

/**
 * The header of our own recordings: canonical WAV, mono, 16 kHz, signed 16 bit. Players need its
 * sizes; our readers never do, they go by the length of the file.
 */

/** Where the samples begin. */
export const HEADER_BYTES = 44
export const BYTES_PER_SAMPLE = 2

/** The header of a recording of this many samples. A size beyond 4 GiB stays at the highest the format knows. */
export function wavHeader(samples: number): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES)
  const view = new DataView(bytes.buffer)
  const dataBytes = samples * BYTES_PER_SAMPLE
  const text = (at: number, letters: string): void => {
    for (let i = 0; i < letters.length; i++) view.setUint8(at + i, letters.charCodeAt(i))
  }
  text(0, 'RIFF')
  view.setUint32(4, Math.min(dataBytes + HEADER_BYTES - 8, 0xffff_ffff), true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, SAMPLE_RATE, true)
  view.setUint32(28, SAMPLE_RATE * BYTES_PER_SAMPLE, true)
  view.setUint16(32, BYTES_PER_SAMPLE, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, Math.min(dataBytes, 0xffff_ffff), true)
  return bytes
}

/** How many whole samples a file of this size holds; a half-written one does not count. */
export function samplesIn(fileBytes: number): number {
  return Math.max(0, Math.floor((fileBytes - HEADER_BYTES) / BYTES_PER_SAMPLE))
}
