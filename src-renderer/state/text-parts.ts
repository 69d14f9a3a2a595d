/** A long text in parts by time, so that only what is near the reader needs to be drawn. */
import type { FlowItem } from './flow.ts'

export interface TextPart {
  /** Stays the same while text in it is revised, and while text is added behind it. */
  readonly key: string
  readonly items: readonly FlowItem[]
}

/** A few screens of quick talk. */
const partMs = 240_000

/** Given in the order of time. */
export function textParts(items: readonly FlowItem[]): readonly TextPart[] {
  const parts: Array<{ readonly key: string; readonly items: FlowItem[] }> = []
  for (const item of items) {
    const key = `${Math.floor(timeOf(item) / partMs)}`
    const last = parts.at(-1)
    if (last?.key === key) last.items.push(item)
    else parts.push({ key, items: [item] })
  }
  return parts
}

function timeOf(item: FlowItem): number {
  return item.kind === 'mark' ? item.mark.atMs : item.paragraph.startMs
}
