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
export function visibleText(
  written: string,
  { thoughts, stops }: VisibleRules,
  growing: boolean,
): Visible {
  const end = Math.min(...stops.map((stop) => positionOf(written, stop)))
  let text = written.slice(0, end)
  for (const [from, to] of thoughts) text = without(text, from, to)
  if (growing && end > written.length)
    text = withoutBeginningOf(text, [...stops, ...thoughts.map(([from]) => from)])
  return { text: text.trimStart(), ended: end < written.length }
}

function positionOf(text: string, part: string): number {
  const at = part === '' ? -1 : text.indexOf(part)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

function without(text: string, from: string, to: string): string {
  const start = from === '' ? -1 : text.indexOf(from)
  if (start < 0) return text
  const end = text.indexOf(to, start + from.length)
  if (end < 0) return text.slice(0, start)
  return without(text.slice(0, start) + text.slice(end + to.length), from, to)
}

function withoutBeginningOf(text: string, marks: readonly string[]): string {
  for (const mark of marks)
    for (let length = mark.length - 1; length > 0; length -= 1)
      if (text.endsWith(mark.slice(0, length))) return text.slice(0, -length)
  return text
}
