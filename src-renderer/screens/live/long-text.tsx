import { useMemo, useRef } from 'react'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import { type Marks, TranscriptView } from '../../pieces/transcript-view.tsx'
import type { FlowItem } from '../../state/flow.ts'
import type { Growing } from '../../state/growing.ts'
import { type TextPart, textParts } from '../../state/text-parts.ts'
import { useNear } from './use-near.ts'

interface Props {
  readonly meetingId: MeetingId
  readonly items: readonly FlowItem[]
  readonly marks: Marks
  readonly litId: SegmentId | null
  readonly growing: Growing
}

/** The newest parts, which grow and are read aloud: they are always there. */
const alwaysDrawn = 2

/** A text of any length of which only what is near the reader is in the document. */
export function LongText({ items, ...rest }: Props) {
  const parts = useMemo(() => textParts(items), [items])
  return parts.map((part, index) => (
    <Part key={part.key} part={part} newest={index >= parts.length - alwaysDrawn} {...rest} />
  ))
}

interface PartProps extends Omit<Props, 'items'> {
  readonly part: TextPart
  readonly newest: boolean
}

/** About the height of a paragraph, for a part that was never drawn. */
const usualPx = 104

function Part({ part: { items }, newest, litId, ...rest }: PartProps) {
  const box = useRef<HTMLDivElement>(null)
  const near = useNear(box, newest)
  const drawn = near.drawn || newest || holds(items, litId)
  const height = near.height ?? items.length * usualPx
  return (
    <div
      ref={box}
      className="flow-root"
      // What comes back into the document is no news.
      aria-live={newest ? undefined : 'off'}
      style={drawn ? undefined : { height }}
    >
      {drawn && <TranscriptView items={items} litId={litId} {...rest} />}
    </div>
  )
}

function holds(items: readonly FlowItem[], litId: SegmentId | null): boolean {
  if (litId === null) return false
  return items.some(
    (item) => item.kind === 'paragraph' && item.paragraph.segments.some(({ id }) => id === litId),
  )
}
