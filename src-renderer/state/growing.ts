/** Where on the page the words belong that are being said just now. */
import type { SegmentId } from '#contract/ids.ts'
import type { Hypothesis } from '#contract/transcript.ts'
import type { FlowItem } from './flow.ts'
import { continues, type Paragraph } from './paragraphs.ts'

export interface Growing {
  /** Segments that still grow. */
  readonly open: ReadonlySet<SegmentId>
  /** Words behind a segment that may change. */
  readonly tails: ReadonlyMap<SegmentId, string>
  /** What may change and continues nothing that is shown, in the order of time. */
  readonly apart: readonly Hypothesis[]
}

export const nothingGrows: Growing = { open: new Set(), tails: new Map(), apart: [] }

/** Unsettled words stand directly behind the sentence that they continue, so that the eye reads one. */
export function growing(
  items: readonly FlowItem[],
  open: readonly SegmentId[],
  hypotheses: readonly Hypothesis[],
): Growing {
  const spoken = hypotheses.filter(({ text }) => text !== '')
  if (open.length === 0 && spoken.length === 0) return nothingGrows
  const grows = new Set(open)
  const tails = new Map<SegmentId, string>()
  const apart: Hypothesis[] = []
  for (const hypothesis of spoken) {
    const paragraph = lastOf(items, hypothesis.track)
    const segment = paragraph?.segments.at(-1)
    const isLast = paragraph !== null && paragraph === paragraphOf(items.at(-1))
    const follows =
      segment && (grows.has(segment.id) || (isLast && continues(paragraph, hypothesis)))
    if (segment && follows) tails.set(segment.id, hypothesis.text)
    else apart.push(hypothesis)
  }
  return { open: grows, tails, apart: apart.toSorted((a, b) => a.startMs - b.startMs) }
}

function lastOf(items: readonly FlowItem[], track: Hypothesis['track']): Paragraph | null {
  const item = items.findLast((one) => paragraphOf(one)?.track === track)
  return paragraphOf(item)
}

function paragraphOf(item: FlowItem | undefined): Paragraph | null {
  return item?.kind === 'paragraph' ? item.paragraph : null
}
