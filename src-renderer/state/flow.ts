/** The text of a meeting with the places where something is missing, in the order of time. */
import type { Segment } from '#contract/transcript.ts'
import type { Mark } from './marks.ts'
import { type Paragraph, paragraphs } from './paragraphs.ts'

export type FlowItem =
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'mark'; readonly key: string; readonly mark: Mark }

/** Both are given in the order of time. A mark stands before the first segment that begins after it. */
export function flow(segments: readonly Segment[], marks: readonly Mark[]): readonly FlowItem[] {
  const items: FlowItem[] = []
  let from = 0
  const say = (to: number): void => {
    for (const paragraph of paragraphs(segments.slice(from, to))) {
      items.push({ kind: 'paragraph', paragraph })
    }
    from = to
  }
  for (const [index, mark] of marks.entries()) {
    const next = segments.findIndex(({ startMs }, at) => at >= from && startMs >= mark.atMs)
    say(next < 0 ? segments.length : next)
    items.push({ kind: 'mark', key: `mark ${index}`, mark })
  }
  say(segments.length)
  return items
}
