/** What a person may read of what a model has written so far. */
export interface VisibleRules {
  /** Around what a model only thinks. */
  readonly thoughts: readonly (readonly [from: string, to: string])[]
  /** Where one of these begins, the reply has ended. */
  readonly stops: readonly string[]
}

export interface Visible {
  readonly text: string
  readonly ended: boolean
}

/**
 * Leaves out thoughts, also one that is not over, and what comes after the end. What may become one of the marks is held
 * back while `growing`.
 */
export function visibleText(written: string, rules: VisibleRules, growing: boolean): Visible {
  const marks = [...rules.stops, ...rules.thoughts.map(([from]) => from)].filter(
    (mark) => mark !== '',
  )
  let text = ''
  let at = 0
  for (;;) {
    const next = firstOf(marks, written, at)
    if (next === null) {
      const rest = written.slice(at)
      text += growing ? withoutBeginning(rest, marks) : rest
      return { text: text.trimStart(), ended: false }
    }
    text += written.slice(at, next.at)
    const thought = rules.thoughts.find(([from]) => from === next.mark)
    if (!thought) return { text: text.trimStart(), ended: true }
    const [from, to] = thought
    const end = written.indexOf(to, next.at + from.length)
    if (end < 0) return { text: text.trimStart(), ended: false }
    at = end + to.length
  }
}

/** Which mark comes first behind a place, and where. */
function firstOf(
  marks: readonly string[],
  text: string,
  from: number,
): { readonly mark: string; readonly at: number } | null {
  const found = marks
    .map((mark) => ({ mark, at: text.indexOf(mark, from) }))
    .filter(({ at }) => at >= 0)
  return found.toSorted((a, b) => a.at - b.at)[0] ?? null
}

/** A text without what may become a mark at its end. */
function withoutBeginning(text: string, marks: readonly string[]): string {
  const longest = Math.max(
    0,
    ...marks.flatMap((mark) =>
      Array.from({ length: mark.length }, (_, length) => length).filter((length) =>
        text.endsWith(mark.slice(0, length)),
      ),
    ),
  )
  return text.slice(0, text.length - longest)
}
