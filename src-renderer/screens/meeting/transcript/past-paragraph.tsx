import { memo } from 'react'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { TimeLink } from '../../../pieces/time-link.tsx'
import { type Marks, segmentElementId, Voice } from '../../../pieces/transcript-view.tsx'
import type { Range } from '../../../state/find-text.ts'
import type { Paragraph } from '../../../state/paragraphs.ts'
import { SegmentBody } from '../editing/segment-body.tsx'
import { SpeakerButton } from '../editing/speaker-button.tsx'
import { SegmentText } from './segment-text.tsx'

interface Props {
  readonly meetingId: MeetingId
  readonly paragraph: Paragraph
  readonly marks: Marks
  /** Null where the lit segment is none of these. */
  readonly litId: SegmentId | null
}

const nothingFound: readonly Range[] = []

/** What one voice says without a pause, drawn anew only when it changes. */
export const PastParagraph = memo(function PastParagraph(props: Props) {
  const { meetingId, paragraph, marks, litId } = props
  const { track, speaker, startMs, segments } = paragraph
  return (
    <Voice
      track={track}
      speaker={speaker}
      name={<SpeakerButton paragraph={paragraph} />}
      time={<TimeLink meetingId={meetingId} atMs={startMs} />}
    >
      {segments.map((segment) => (
        <span
          key={segment.id}
          id={segmentElementId(segment.id)}
          className={segment.id === litId ? 'segment lit' : 'segment'}
          data-from={segment.startMs}
        >
          <SegmentBody segment={segment}>
            <SegmentText segment={segment} found={marks.get(segment.id) ?? nothingFound} />{' '}
          </SegmentBody>
        </span>
      ))}
    </Voice>
  )
}, isSame)

function isSame(a: Props, b: Props): boolean {
  return (
    a.litId === b.litId &&
    a.meetingId === b.meetingId &&
    sameSegments(a.paragraph.segments, b.paragraph.segments) &&
    b.paragraph.segments.every(({ id }) => a.marks.get(id) === b.marks.get(id))
  )
}

function sameSegments(a: readonly Segment[], b: readonly Segment[]): boolean {
  return a.length === b.length && a.every((segment, index) => segment === b[index])
}
