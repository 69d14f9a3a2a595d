/**
 * Finds the samples in a WAV file (RIFF, RF64 and BW64). Sizes in headers are often wrong: programs
 * that write to a pipe or are killed leave 0 or the highest number. The file's own length is the judge.
 */

export interface WavLayout {
  readonly encoding: 'integer' | 'float'
  readonly bytesPerSample: number
  readonly channels: number
  readonly sampleRate: number
  /** Where in the file the samples are, in bytes; whole frames only. */
  readonly from: number
  readonly to: number
  /** Frames that the header promises beyond the end of the file. */
  readonly missingFrames: number
}

/** Reads bytes of the file; fewer where it ends. */
export type ReadAt = (position: number, length: number) => Promise<Uint8Array>

interface Format {
  readonly tag: number
  readonly channels: number
  readonly sampleRate: number
  readonly frameBytes: number
}

/** Programs that cannot know the size write something just below 2 or 4 GiB. */
const isPlaceholder = (size: number): boolean =>
  size >= 0xffff_f000 || (size >= 0x7fff_f000 && size <= 0x7fff_ffff)

const PCM = 1
const FLOAT = 3
const EXTENSIBLE = 0xfffe

/** The layout of a WAV file with plain samples; null when it is anything else. */
export async function readWavLayout(read: ReadAt, fileBytes: number): Promise<WavLayout | null> {
  const head = await read(0, 12)
  if (head.length < 12 || !['RIFF', 'RF64', 'BW64'].includes(ascii(head, 0))) return null
  if (ascii(head, 8) !== 'WAVE') return null
  const riffBytes = view(head).getUint32(4, true) + 8
  let format: Format | null = null
  let longDataBytes: number | null = null

  for (let at = 12; at + 8 <= fileBytes;) {
    const chunk = await read(at, 8)
    if (chunk.length < 8) break
    const name = ascii(chunk, 0)
    const size = view(chunk).getUint32(4, true)
    if (name === 'ds64') longDataBytes = await readLongSize(read, at + 8)
    if (name === 'fmt ') format = parseFormat(await read(at + 8, Math.min(size, 40)))
    if (name === 'data') {
      const promised = size === 0xffff_ffff && longDataBytes !== null ? longDataBytes : size
      return (
        format && (await layoutOf(read, { format, from: at + 8, promised, riffBytes, fileBytes }))
      )
    }
    at += 8 + size + (size & 1)
  }
  return null
}

interface Found {
  readonly format: Format
  readonly from: number
  readonly promised: number
  readonly riffBytes: number
  readonly fileBytes: number
}

async function layoutOf(read: ReadAt, found: Found): Promise<WavLayout | null> {
  const { format, from, promised, fileBytes } = found
  const { channels, sampleRate, frameBytes } = format
  const bytesPerSample = frameBytes / channels
  const encoding = format.tag === FLOAT ? 'float' : 'integer'
  const known = encoding === 'float' ? [4, 8] : [1, 2, 3, 4]
  if (channels < 1 || sampleRate < 1 || !known.includes(bytesPerSample)) return null
  if (format.tag !== PCM && format.tag !== FLOAT) return null

  const there = fileBytes - from
  const unknown = isPlaceholder(promised) || (await isStale(read, found))
  const frames = Math.floor((unknown ? there : Math.min(promised, there)) / frameBytes)
  return {
    encoding,
    bytesPerSample,
    channels,
    sampleRate,
    from,
    to: from + frames * frameBytes,
    missingFrames: unknown ? 0 : Math.max(0, Math.floor(promised / frameBytes) - frames),
  }
}

/** A header that was never brought up to date: what follows the promised samples is more samples, no chunk. */
async function isStale(read: ReadAt, found: Found): Promise<boolean> {
  const end = found.from + found.promised
  if (end >= found.fileBytes || found.riffBytes >= found.fileBytes) return false
  const next = await read(end + (found.promised & 1), 8)
  if (next.length < 8) return false
  const size = view(next).getUint32(4, true)
  const isChunk = /^[ -~]{4}$/.test(ascii(next, 0)) && end + 8 + size <= found.fileBytes + 1
  return !isChunk
}

async function readLongSize(read: ReadAt, at: number): Promise<number | null> {
  const bytes = await read(at, 16)
  return bytes.length < 16 ? null : Number(view(bytes).getBigUint64(8, true))
}

function parseFormat(bytes: Uint8Array): Format | null {
  if (bytes.length < 16) return null
  const fields = view(bytes)
  const tag = fields.getUint16(0, true)
  return {
    // The extensible form keeps the real tag at the head of its identifier.
    tag: tag === EXTENSIBLE && bytes.length >= 26 ? fields.getUint16(24, true) : tag,
    channels: fields.getUint16(2, true),
    sampleRate: fields.getUint32(4, true),
    frameBytes: fields.getUint16(12, true),
  }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function ascii(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
