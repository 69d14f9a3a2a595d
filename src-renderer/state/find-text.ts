/** Finding words in a text the way a reader means them: without regard to case and accents. */

export interface Range {
  readonly from: number
  readonly to: number
}

export interface Piece {
  readonly text: string
  readonly found: boolean
  /** The model was unsure of it. */
  readonly doubtful: boolean
}

/** A text without case and accents, as it is searched. */
export interface Folded {
  readonly text: string
  /** Where in the original each folded character begins; one more for the end. */
  readonly origin: readonly number[] | null
}

/** Every place of `wanted` in `text`; places do not overlap. */
export function findText(text: string, wanted: string): readonly Range[] {
  return findFolded(fold(text), fold(wanted.trim()))
}

/** The same for texts that are folded once and searched often. */
export function findFolded(
  { text: hay, origin }: Folded,
  { text: needle }: Folded,
): readonly Range[] {
  if (needle === '') return []
  const ranges: Range[] = []
  for (let at = hay.indexOf(needle); at >= 0; at = hay.indexOf(needle, at + needle.length)) {
    const end = at + needle.length
    ranges.push(origin ? { from: origin[at] ?? 0, to: origin[end] ?? 0 } : { from: at, to: end })
  }
  return ranges
}

/**
 * Latin, Greek and Cyrillic with their accents in one character, and the marks between words. Not the large sigma, whose
 * small letter depends on its place.
 */
const oneToOne =
  /^[\t\n\r -\u02ff\u0370-\u03a2\u03a4-\u0482\u048a-\u052f\u1e00-\u1fff\u2000-\u206f\u20a0-\u20bf]*$/

export function fold(text: string): Folded {
  // Most text needs no map: in these scripts every letter folds to one.
  if (oneToOne.test(text))
    return {
      text: text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
      origin: null,
    }
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const letter of text) {
    const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    for (let i = 0; i < bare.length; i++) origin.push(at)
    folded += bare
    at += letter.length
  }
  return { text: folded, origin: [...origin, at] }
}

/**
 * Cuts a text at the borders of what was found in it, of what is doubtful and of its words; each list is in order,
 * without overlaps.
 */
export function pieces(
  text: string,
  found: readonly Range[],
  doubtful: readonly Range[] = [],
  words: readonly Range[] = [],
): readonly Piece[] {
  const borders = [...found, ...doubtful, ...words].flatMap(({ from, to }) => [from, to])
  const places = [...new Set([0, ...borders, text.length])].toSorted((a, b) => a - b)
  return places.slice(0, -1).map((from, index) => ({
    text: text.slice(from, places[index + 1]),
    found: covers(found, from),
    doubtful: covers(doubtful, from),
  }))
}

function covers(ranges: readonly Range[], at: number): boolean {
  return ranges.some(({ from, to }) => from <= at && at < to)
}

/** A search result's snippet, in which U+0002 and U+0003 stand around what matched. */
export function snippetPieces(snippet: string): readonly Piece[] {
  return snippet
    .split('\u0002')
    .flatMap((part, index) => {
      if (index === 0) return [plain(part)]
      const [found = '', ...rest] = part.split('\u0003')
      return [{ ...plain(found), found: true }, plain(rest.join(''))]
    })
    .filter(({ text }) => text !== '')
}

function plain(text: string): Piece {
  return { text, found: false, doubtful: false }
}
