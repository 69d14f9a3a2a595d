import type { FlowItem } from '../../../state/flow.ts'

/** A paragraph's frame, name and time, in pixels. */
const framePx = 62
const linePx = 27
const lettersOfLine = 68
const markPx = 44

/** How high an item will be, before anybody has seen it. A wrong guess moves nothing that is in view. */
export function estimateHeight(item: FlowItem | undefined): number {
  if (item?.kind !== 'paragraph') return markPx
  let letters = 0
  for (const { text } of item.paragraph.segments) letters += text.length + 1
  return framePx + linePx * Math.max(1, Math.ceil(letters / lettersOfLine))
}
