import type { Chance } from './chance.ts'
import type { GgufTensor } from './write-gguf.ts'

export function floatTensor(
  name: string,
  shape: readonly number[],
  valueAt: (index: number) => number,
): GgufTensor {
  const length = shape.reduce((product, size) => product * size, 1)
  const values = Float32Array.from({ length }, (_, index) => valueAt(index))
  return { name, shape, format: 'f32', bytes: new Uint8Array(values.buffer) }
}

/**
 * Weights in blocks of 32: one half-precision scale, 32 signed bytes. `scaleOf` says how wide each row spreads,
 * `chanceOf` what its bytes are drawn from.
 */
export function byteTensor(
  name: string,
  [width, rows]: readonly [number, number],
  scaleOf: (row: number) => number,
  chanceOf: (row: number) => Chance,
): GgufTensor {
  const blocksInRow = width / 32
  const bytes = Buffer.alloc(rows * blocksInRow * 34)
  for (let row = 0, at = 0; row < rows; row += 1) {
    // Bytes spread evenly over -128 to 127 have a standard deviation of 74.
    const scale = halfBits(scaleOf(row) / 74)
    const { bits } = chanceOf(row)
    for (let block = 0; block < blocksInRow; block += 1, at += 34) {
      bytes.writeUInt16LE(scale, at)
      for (let i = 2; i < 34; i += 1) bytes[at + i] = bits() >>> 24
    }
  }
  return { name, shape: [width, rows], format: 'q8_0', bytes }
}

/**
 * Weights in blocks of 256 as the 4-bit files have them that people use: scale, scale of the minimums, twelve bytes of scales
 * and minimums for groups of 32, and 128 bytes with two weights each.
 */
export function nibbleTensor(
  name: string,
  [width, rows]: readonly [number, number],
  scale: number,
  { bits }: Chance,
): GgufTensor {
  const blocks = (width / 256) * rows
  const bytes = Buffer.alloc(blocks * 144)
  // Each weight is `step * group * nibble - step * group * 7.5`: the minimum is 7.5 steps of its group.
  const step = halfBits(scale / (4.6 * groupScale))
  const least = halfBits((7.5 * scale) / (4.6 * groupScale))
  for (let at = 0; at < bytes.length; at += 144) {
    bytes.writeUInt16LE(step, at)
    bytes.writeUInt16LE(least, at + 2)
    // Four groups keep six bits in a byte of their own; the others are put together of their low and high bits.
    bytes.fill(groupScale, at + 4, at + 12)
    bytes.fill(groupScale | (groupScale << 4), at + 12, at + 16)
    for (let i = 16; i < 144; i += 4) bytes.writeUInt32LE(bits(), at + i)
  }
  return { name, shape: [width, rows], format: 'q4_k', bytes }
}

/** The same for every group; fits in four bits. */
const groupScale = 8

/** The bits of a positive half-precision number between 2^-14 and 65504, rounded down. */
function halfBits(value: number): number {
  if (value === 0) return 0
  const exponent = Math.floor(Math.log2(value))
  const mantissa = Math.floor((value / 2 ** exponent - 1) * 1024)
  return ((exponent + 15) << 10) | mantissa
}
