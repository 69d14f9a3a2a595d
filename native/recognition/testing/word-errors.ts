/** Counts the words that must be put in, taken out or changed to turn what was heard into what was said. */
export function wordErrors(said: string, heard: string): number {
  const wanted = plainWords(said)
  const given = plainWords(heard)
  let row = given.map((_, i) => i + 1)
  row.unshift(0)
  for (const [i, word] of wanted.entries()) {
    const next = [i + 1]
    for (const [j, other] of given.entries()) {
      const changed = (row[j] ?? 0) + (word === other ? 0 : 1)
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** Without case and punctuation. */
function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[a-z']+/g) ?? []
}
