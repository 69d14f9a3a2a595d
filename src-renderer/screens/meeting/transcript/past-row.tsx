import type { MeetingId, SegmentId } from '#contract/ids.ts'
import { MarkLine } from '../../../pieces/mark-line.tsx'
import type { Marks } from '../../../pieces/transcript-view.tsx'
import type { FlowItem } from '../../../state/flow.ts'
import { PastParagraph } from './past-paragraph.tsx'

interface Props {
  readonly item: FlowItem | undefined
  readonly meetingId: MeetingId
  readonly marks: Marks
  readonly litId: SegmentId | null
}

/** A paragraph, or where something is missing. */
export function PastRow({ item, meetingId, marks, litId }: Props) {
  if (!item) return null
  if (item.kind === 'mark') return <MarkLine meetingId={meetingId} mark={item.mark} />
  const { paragraph } = item
  const isLit = paragraph.segments.some(({ id }) => id === litId)
  return (
    <PastParagraph
      meetingId={meetingId}
      paragraph={paragraph}
      marks={marks}
      litId={isLit ? litId : null}
    />
  )
}
