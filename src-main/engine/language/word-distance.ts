/** Words of a text as they are compared: without case and punctuation. */
export function comparedWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
}

/** Words that must be changed, added or removed to make one of the other (Levenshtein distance over words). */
export function wordDistance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1)
  for (const [index, word] of a.entries()) {
    let diagonal = index
    let left = index + 1
    row = row.map((above, at) => {
      const changed = diagonal + (word === b[at] ? 0 : 1)
      diagonal = above
      left = Math.min(changed, above + 1, left + 1)
      return left
    })
  }
  return row.at(-1) ?? a.length
}
