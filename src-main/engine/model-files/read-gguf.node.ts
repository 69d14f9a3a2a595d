/**
 * Walks a GGUF file from its header over its facts and the heads of its tensors to the end of the last one. A download
 * that broke off begins like a whole model and fails only when somebody wants an answer; here it fails at the door.
 * Layout: the GGUF specification of the ggml project, versions 2 and 3.
 */
import { open } from 'node:fs/promises'
import { byteReader, type ByteReader } from './byte-reader.node.ts'
import { commonBlocks, type TensorBlocks } from './tensor-blocks.ts'

export interface Gguf {
  /** Such as `qwen3` or `nomic-bert`. */
  readonly architecture: string | null
  /** Whether it is made to gather the vectors of its tokens into one: an embedding model, whatever its architecture. */
  readonly pools: boolean
}

/** Bytes of a fact's value, by the number of its type; texts and lists have a length of their own. */
const valueBytes: Readonly<Record<number, number>> = {
  0: 1, // u8
  1: 1, // i8
  2: 2, // u16
  3: 2, // i16
  4: 4, // u32
  5: 4, // i32
  6: 4, // f32
  7: 1, // bool
  10: 8, // u64
  11: 8, // i64
  12: 8, // f64
}
const u32 = 4
const text = 8
const list = 9
const magic = 0x46554747
/** Names are short; what claims to be longer is not a name. */
const longestName = 65_535
const mostDimensions = 4
const usualAlignment = 32

const blocks: TensorBlocks = {
  ...commonBlocks,
  10: [256, 84], // q2_k
  11: [256, 110], // q3_k
  12: [256, 144], // q4_k
  13: [256, 176], // q5_k
  14: [256, 210], // q6_k
  30: [1, 2], // bf16
}

/** Null where the file is cut or damaged. Of tensors whose type is unknown only the beginning is asked for. */
export async function readGguf(path: string): Promise<Gguf | null> {
  const file = await open(path, 'r')
  try {
    const reader = byteReader(file)
    const head = await reader.numbers(2)
    if (head?.[0] !== magic) return null
    const tensors = await count(reader)
    const facts = await count(reader)
    if (tensors === null || facts === null) return null
    const known = await readFacts(reader, facts)
    const end = known && (await tensorsEnd(reader, tensors))
    if (!known || end === null) return null
    const { size } = await file.stat()
    const begin = Math.ceil(reader.at / known.alignment) * known.alignment
    return begin + end <= size ? known : null
  } finally {
    await file.close()
  }
}

interface Known extends Gguf {
  readonly alignment: number
}

async function readFacts(reader: ByteReader, facts: number): Promise<Known | null> {
  let architecture: string | null = null
  let pools = false
  let alignment = usualAlignment
  for (let i = 0; i < facts; i++) {
    const key = await name(reader)
    const type = (await reader.numbers(1))?.[0]
    if (key === null || type === undefined) return null
    if (key === 'general.architecture' && type === text) {
      architecture = await name(reader)
      if (architecture === null) return null
    } else if (type === u32) {
      const value = (await reader.numbers(1))?.[0]
      if (value === undefined) return null
      if (key === 'general.alignment' && value > 0) alignment = value
      if (key.endsWith('.pooling_type')) pools = value > 0
    } else if (!(await skipValue(reader, type))) return null
  }
  return { architecture, pools, alignment }
}

/** False where the file ends, or the type is none. */
async function skipValue(reader: ByteReader, type: number): Promise<boolean> {
  if (type === text) return skipText(reader)
  if (type !== list) return skipNumbers(reader, type, 1)
  const inner = (await reader.numbers(1))?.[0]
  const length = await count(reader)
  if (inner === undefined || length === null) return false
  if (inner !== text) return skipNumbers(reader, inner, length)
  for (let i = 0; i < length; i++) if (!(await skipText(reader))) return false
  return true
}

function skipNumbers(reader: ByteReader, type: number, length: number): boolean {
  const bytes = valueBytes[type]
  if (bytes === undefined) return false
  reader.skip(bytes * length)
  return true
}

async function skipText(reader: ByteReader): Promise<boolean> {
  const length = await count(reader)
  if (length === null) return false
  reader.skip(length)
  return true
}

/** Where the last tensor ends, counted from the first one; null at a cut. */
async function tensorsEnd(reader: ByteReader, tensors: number): Promise<number | null> {
  let end = 0
  for (let i = 0; i < tensors; i++) {
    if ((await name(reader)) === null) return null
    const dimensions = (await reader.numbers(1))?.[0]
    if (dimensions === undefined || dimensions > mostDimensions) return null
    let elements = 1
    for (let d = 0; d < dimensions; d++) elements *= (await count(reader)) ?? Number.NaN
    const type = (await reader.numbers(1))?.[0]
    const offset = await count(reader)
    if (type === undefined || offset === null || Number.isNaN(elements)) return null
    const [perBlock, bytes] = blocks[type] ?? [1, 0]
    end = Math.max(end, offset + (elements / perBlock) * bytes)
  }
  return end
}

async function name(reader: ByteReader): Promise<string | null> {
  const length = await count(reader)
  return length === null || length > longestName ? null : reader.text(length)
}

/** An unsigned 64-bit number; null at a cut, and for what no file could hold. */
async function count(reader: ByteReader): Promise<number | null> {
  const halves = await reader.numbers(2)
  if (!halves) return null
  const [low = 0, high = 0] = halves
  const value = high * 2 ** 32 + low
  return Number.isSafeInteger(value) ? value : null
}
