/** Writes the file format that llama.cpp reads: named values, named tensors, little-endian (GGUF version 3). */

export type GgufValue =
  | { readonly type: 'u32' | 'f32'; readonly value: number }
  | { readonly type: 'bool'; readonly value: boolean }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'i32s' | 'f32s'; readonly value: readonly number[] }
  | { readonly type: 'strings'; readonly value: readonly string[] }

export interface GgufTensor {
  readonly name: string
  /** The length of a row first. */
  readonly shape: readonly number[]
  readonly format: TensorFormat
  /** As the format lays them out. */
  readonly bytes: Uint8Array
}

export type TensorFormat = keyof typeof tensorFormats

/** The library's numbers for them. */
const tensorFormats = { f32: 0, q8_0: 8, q4_k: 12 } as const
const valueTypes = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9 } as const
const version = 3
/** Every tensor begins at a multiple of so many bytes. */
const alignment = 32

export interface GgufFile {
  readonly values: Readonly<Record<string, GgufValue>>
  readonly tensors: readonly GgufTensor[]
}

export function writeGguf({ values, tensors }: GgufFile): Uint8Array {
  const named = Object.entries(values)
  const head = Buffer.concat([
    Buffer.from('GGUF'),
    u32(version),
    u64(tensors.length),
    u64(named.length),
    ...named.flatMap(([name, value]) => [text(name), ...valueBytes(value)]),
    ...places(tensors),
  ])
  return Buffer.concat([padded(head), ...tensors.map(({ bytes }) => padded(bytes))])
}

/** Name, shape, format and place of each tensor. */
function places(tensors: readonly GgufTensor[]): Buffer[] {
  let offset = 0
  return tensors.map(({ name, shape, format, bytes }) => {
    const place = Buffer.concat([
      text(name),
      u32(shape.length),
      ...shape.map(u64),
      u32(tensorFormats[format]),
      u64(offset),
    ])
    offset += padded(bytes).length
    return place
  })
}

function valueBytes({ type, value }: GgufValue): Buffer[] {
  switch (type) {
    case 'u32':
      return [u32(valueTypes.u32), u32(value)]
    case 'f32':
      return [u32(valueTypes.f32), f32(value)]
    case 'bool':
      return [u32(valueTypes.bool), Buffer.from([value ? 1 : 0])]
    case 'string':
      return [u32(valueTypes.string), text(value)]
    case 'i32s':
      return [...arrayHead('i32', value.length), Buffer.from(Int32Array.from(value).buffer)]
    case 'f32s':
      return [...arrayHead('f32', value.length), Buffer.from(Float32Array.from(value).buffer)]
    case 'strings':
      return [...arrayHead('string', value.length), ...value.map(text)]
  }
}

function arrayHead(of: keyof typeof valueTypes, length: number): Buffer[] {
  return [u32(valueTypes.array), u32(valueTypes[of]), u64(length)]
}

function padded(bytes: Uint8Array): Uint8Array {
  const rest = bytes.length % alignment
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(alignment - rest)])
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value)
  return Buffer.concat([u64(bytes.length), bytes])
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(value))
  return bytes
}

function f32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeFloatLE(value)
  return bytes
}
