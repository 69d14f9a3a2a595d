/**
 * Turns what a person typed into an FTS5 expression. Every piece is quoted, so that no word of the
 * person is taken for an operator; pieces that stand beside each other must all be found.
 */

/** Longer queries are cut: nobody types them, and SQLite bounds the size of an expression. */
const maxPieces = 32
const maxLength = 500

/** The expression, or null when there is nothing to look for. */
export function searchExpression(query: string): string | null {
  const typed = query
    .slice(0, maxLength)
    .toWellFormed()
    // Control characters end or confuse SQLite's own parser.
    .replaceAll(/\p{Cc}/gu, ' ')
    .trimStart()
  const pieces = [...typed.matchAll(/"([^"]*)("?)|[^\s"]+/gu)]
    .map(([whole, inQuotes, closing]) => ({ text: inQuotes ?? whole, closed: closing === '"' }))
    .filter(({ text }) => /[\p{L}\p{N}\p{M}\p{Co}]/u.test(text))
    .slice(0, maxPieces)
  if (pieces.length === 0) return null
  return pieces
    .map(({ text, closed }, index) => {
      // The word being typed may go on; a closed phrase is complete.
      const open = index === pieces.length - 1 && !closed
      return open ? `"${text}"*` : `"${text}"`
    })
    .join(' ')
}

/** What holds a word with each of these beginnings; null when there is none to look for. */
export function beginningsExpression(beginnings: readonly string[]): string | null {
  const pieces = beginnings
    .map((text) =>
      text
        .toWellFormed()
        .replaceAll(/[\p{Cc}"]/gu, ' ')
        .trim(),
    )
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .slice(0, maxPieces)
  return pieces.length === 0 ? null : pieces.map((text) => `"${text}"*`).join(' ')
}
