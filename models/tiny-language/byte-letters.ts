/**
 * The letters under which byte-level vocabularies write bytes, so that every token is readable text: printable
 * characters of Latin-1 stand for themselves, all others are moved beyond it in their order.
 */
export const byteLetters: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  letterOf(byte),
)

function letterOf(byte: number): string {
  if (isPrintable(byte)) return String.fromCodePoint(byte)
  const movedBefore = Array.from({ length: byte }, (_, lower) => lower).filter(
    (it) => !isPrintable(it),
  )
  return String.fromCodePoint(256 + movedBefore.length)
}

function isPrintable(byte: number): boolean {
  return (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 255 && byte !== 173)
}

/** A text as the letters of its bytes. */
export function inByteLetters(text: string): string {
  return [...Buffer.from(text)].map((byte) => byteLetters[byte]).join('')
}
