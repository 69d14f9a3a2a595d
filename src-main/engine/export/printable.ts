/** Makes a text printable with a font; what the font lacks stands as a sign, and is remembered. */
export interface Printable {
  (text: string): string
  /** Whether anything was replaced. */
  missed(): boolean
}

/** A mark that is in the font, and means that one is not. */
const sign = '\u25a1'

/** Joins or directs what stands beside it, and has no shape of its own. */
const shapeless = /\p{Default_Ignorable_Code_Point}/gu

/** `pdf` has the font chosen of which it is asked. */
export function printable(pdf: unknown): Printable {
  const font = fontOf(pdf)
  const known = new Map<string, boolean>()
  let missed = false
  const has = (character: string): boolean => {
    const asked = known.get(character)
    if (asked !== undefined) return asked
    const is = font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
    known.set(character, is)
    return is
  }
  const print = (text: string): string =>
    Array.from(text.toWellFormed().replaceAll(shapeless, ''), (character) => {
      if (has(character)) return character
      missed = true
      return sign
    }).join('')
  return Object.assign(print, { missed: () => missed })
}

/** The library keeps the font to itself, though only the font knows what it has. */
function fontOf(pdf: unknown): { hasGlyphForCodePoint(code: number): boolean } {
  const { _font } = pdf as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } }
  return _font.font
}
