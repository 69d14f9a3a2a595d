/** Words that must be changed, added or removed to make the one text of the other, as a share of those that were said. */
export function wordErrorShare(said: string, heard: string): number {
  const [expected, words] = [plainWords(said), plainWords(heard)]
  let row = [0, ...words.map((_, index) => index + 1)]
  for (const [index, word] of expected.entries()) {
    const next = [index + 1]
    for (const [at, other] of words.entries()) {
      const changed = (row[at] ?? 0) + (word === other ? 0 : 1)
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1))
    }
    row = next
  }
  return (row.at(-1) ?? 0) / Math.max(1, expected.length)
}

function plainWords(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
}
