/**
 * Says from its first bytes what a file is. Enough to refuse a photo or a web page at the door; that
 * the rest of the file is whole, only loading it can tell.
 */

export type Sniffed =
  | { readonly format: 'whisper'; readonly multilingual: boolean }
  | { readonly format: 'parakeet'; readonly multilingual: boolean }
  | { readonly format: 'voice' }
  | { readonly format: 'gguf'; readonly architecture: string | null }
  | { readonly format: 'other'; readonly looksLike: string | null }

/** So many first bytes are enough. */
export const sniffBytes = 4096

/** `ggml` as a little-endian number: the magic of whisper.cpp's own files. */
const ggmlMagic = 0x67676d6c
const ggufMagic = 0x46554747
/** English-only vocabularies have 51864 entries; multilingual ones have more. */
const englishVocabulary = 51_864
/** The English Parakeet has so many; the multilingual one has 8192. */
const englishParakeetVocabulary = 1024
const largestParakeetVocabulary = 8192
/** The first number after the magic: a vocabulary size here, the length of a name in voice files. */
const smallestVocabulary = 10_000
const stringType = 8

export function sniffModel(head: Uint8Array): Sniffed {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  if (head.length >= 48 && view.getUint32(0, true) === ggmlMagic) return sniffGgml(head, view)
  if (head.length >= 24 && view.getUint32(0, true) === ggufMagic) {
    return { format: 'gguf', architecture: ggufArchitecture(head, view) }
  }
  return { format: 'other', looksLike: guess(head) }
}

function sniffGgml(head: Uint8Array, view: DataView): Sniffed {
  const first = view.getInt32(4, true)
  if (first >= smallestVocabulary && first < 1_000_000) {
    return { format: 'whisper', multilingual: first > englishVocabulary }
  }
  if (isParakeet(view)) {
    return { format: 'parakeet', multilingual: first > englishParakeetVocabulary }
  }
  if (ascii(head, 8, first).startsWith('silero')) return { format: 'voice' }
  return { format: 'other', looksLike: 'a ggml file of another kind' }
}

/** Has no mark of its own: its numbers are in the bounds of the published models, and frames are made eight times fewer. */
function isParakeet(view: DataView): boolean {
  const number = (at: number): number => view.getInt32(4 * at, true)
  const within = (at: number, low: number, high: number): boolean =>
    number(at) >= low && number(at) <= high
  return (
    within(1, 1, largestParakeetVocabulary) &&
    within(2, 100, 5000) &&
    within(6, 8, 128) &&
    within(8, 64, 512) &&
    number(9) === 8
  )
}

/** GGUF: magic, version, tensor count, pair count, then pairs; the architecture is the first by custom. */
function ggufArchitecture(head: Uint8Array, view: DataView): string | null {
  const key = lengthPrefixed(head, view, 24)
  if (key?.text !== 'general.architecture') return null
  if (key.end + 4 > head.length || view.getUint32(key.end, true) !== stringType) return null
  return lengthPrefixed(head, view, key.end + 4)?.text ?? null
}

function lengthPrefixed(head: Uint8Array, view: DataView, at: number) {
  if (at + 8 > head.length) return null
  const length = Number(view.getBigUint64(at, true))
  const end = at + 8 + length
  return end > head.length ? null : { text: ascii(head, at + 8, length), end }
}

function guess(head: Uint8Array): string | null {
  const start = ascii(head, 0, Math.min(head.length, 64)).trimStart().toLowerCase()
  if (head.length === 0) return 'an empty file'
  if (start.startsWith('<!doctype') || start.startsWith('<html')) return 'a web page'
  if (start.startsWith('version https://git-lfs')) return 'a Git LFS pointer, not the model itself'
  if (start.startsWith('pk\u0003\u0004')) return 'a zip archive'
  if (start.startsWith('riff')) return 'a sound file'
  return null
}

function ascii(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + Math.max(0, Math.min(length, 256))))
}
