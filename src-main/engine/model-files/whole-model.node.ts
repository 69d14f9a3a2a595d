/**
 * Walks a ggml file of a speech model from its header over every tensor to its last byte. A download that broke
 * off begins like a whole model and fails only when somebody wants to listen; here it fails at the door.
 */
import { open } from 'node:fs/promises'
import { byteReader, type ByteReader } from './byte-reader.node.ts'
import { commonBlocks, type TensorBlocks } from './tensor-blocks.ts'

type Family = 'whisper' | 'parakeet'

const blocks: TensorBlocks = {
  ...commonBlocks,
  26: [1, 4], // i32
}
/** A number of a type above this one is not a type of today: what was read is not a tensor's head. */
const largestType = 255
const mostDimensions = 4
/** From the magic to the kind of the weights, and to the tokens of one frame. */
const headerInts = { whisper: 12, parakeet: 16 } as const

/** Tensors of unknown types have unknown lengths: such a file passes by what comes before them. */
export async function isWholeModel(path: string, family: Family): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const reader = byteReader(file)
    const expected = await readFront(reader, family)
    if (expected === null) return false
    const { size } = await file.stat()
    return await tensorsFill(reader, size, expected)
  } finally {
    await file.close()
  }
}

/** Header, mel filters and vocabulary; answers how many tensors must follow, or null at a cut. */
async function readFront(reader: ByteReader, family: Family): Promise<number | null> {
  const header = await reader.numbers(headerInts[family])
  const filters = await reader.numbers(2)
  if (!header || !filters) return null
  const [rows = 0, columns = 0] = filters
  reader.skip(rows * columns * 4)
  if (family === 'parakeet') {
    const window = await reader.numbers(1)
    if (!window) return null
    const durations = header[14] ?? 0
    reader.skip(4 * ((window[0] ?? 0) + durations))
  }
  const words = await reader.numbers(1)
  if (!words) return null
  const [wordCount = 0] = words
  for (let i = 0; i < wordCount; i++) {
    const length = await reader.numbers(1)
    if (!length) return null
    reader.skip(length[0] ?? 0)
  }
  return tensorCount(header, family)
}

/** Models of one family are built alike; only the numbers of their layers differ. */
function tensorCount(header: readonly number[], family: Family): number {
  const layers = (at: number): number => header[at] ?? 0
  switch (family) {
    case 'whisper':
      return 7 + 15 * layers(5) + 4 + 24 * layers(9)
    case 'parakeet':
      return 12 + 29 * layers(5) + 1 + 3 * layers(13) + 6
  }
}

async function tensorsFill(reader: ByteReader, size: number, expected: number): Promise<boolean> {
  let count = 0
  while (reader.at < size) {
    const length = await tensorBytes(reader)
    if (length === 'broken') return false
    if (length === 'unknown') return true
    reader.skip(length)
    count += 1
  }
  return reader.at === size && count === expected
}

/** Reads one tensor's head; answers the length of what follows it. */
async function tensorBytes(reader: ByteReader): Promise<number | 'broken' | 'unknown'> {
  const head = await reader.numbers(3)
  if (!head) return 'broken'
  const [dimensions = 0, nameLength = 0, type = 0] = head
  if (dimensions > mostDimensions || type > largestType) return 'broken'
  const sizes = await reader.numbers(dimensions)
  if (!sizes) return 'broken'
  reader.skip(nameLength)
  const block = blocks[type]
  if (!block) return 'unknown'
  const [elements, bytes] = block
  return (sizes.reduce((product, length) => product * length, 1) / elements) * bytes
}
