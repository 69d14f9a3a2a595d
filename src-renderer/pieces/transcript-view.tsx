import { memo, type ReactNode } from 'react'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { pieces, type Range } from '../state/find-text.ts'
import type { FlowItem } from '../state/flow.ts'
import type { Paragraph } from '../state/paragraphs.ts'
import { useSpeech } from './app-context.ts'
import { FoundText } from './found-text.tsx'
import { MarkLine } from './mark-line.tsx'
import { TimeLink } from './time-link.tsx'

/** The places that are marked, by segment. */
export type Marks = ReadonlyMap<SegmentId, readonly Range[]>

interface Props {
  readonly meetingId: MeetingId
  readonly items: readonly FlowItem[]
  readonly marks: Marks
  /** The segment that somebody came for. */
  readonly litId: SegmentId | null
}

/** The committed text, and where something is missing in it. Long meetings have thousands of segments, so a paragraph is drawn anew only when it changes. */
export function TranscriptView({ meetingId, items, marks, litId }: Props) {
  return items.map((item) =>
    item.kind === 'mark' ? (
      <MarkLine key={item.key} meetingId={meetingId} mark={item.mark} />
    ) : (
      <ParagraphView
        key={item.paragraph.key}
        meetingId={meetingId}
        paragraph={item.paragraph}
        marks={marks}
        litId={item.paragraph.segments.some(({ id }) => id === litId) ? litId : null}
      />
    ),
  )
}

interface ParagraphProps {
  readonly meetingId: MeetingId
  readonly paragraph: Paragraph
  readonly marks: Marks
  readonly litId: SegmentId | null
}

const ParagraphView = memo(function ParagraphView(props: ParagraphProps) {
  const { paragraph, marks, litId, meetingId } = props
  return (
    <Voice
      track={paragraph.track}
      speaker={paragraph.speaker}
      time={<TimeLink meetingId={meetingId} atMs={paragraph.startMs} />}
    >
      {paragraph.segments.map((segment) => (
        <span
          key={segment.id}
          id={segmentElementId(segment.id)}
          className={segment.id === litId ? 'segment lit' : 'segment'}
        >
          <FoundText pieces={pieces(`${segment.text} `, marks.get(segment.id) ?? [])} />
        </span>
      ))}
    </Voice>
  )
}, sameParagraph)

function sameParagraph(a: ParagraphProps, b: ParagraphProps): boolean {
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

interface VoiceProps {
  readonly track: Segment['track']
  readonly speaker: string | null
  readonly time: ReactNode
  readonly children: ReactNode
}

/** What one voice says: my own on one side, the others' on the other. */
export function Voice({ track, speaker, time, children }: VoiceProps) {
  const { texts } = useSpeech()
  const name = speaker ?? (track === 'mix' ? null : texts[track])
  return (
    <div className={`voice ${track}`}>
      <p className="voice-head">
        {name !== null && <span className="speaker">{name}</span>} {time}
      </p>
      <p className="voice-text">{children}</p>
    </div>
  )
}

/** Where in the document a segment stands. */
export function segmentElementId(id: SegmentId): string {
  return `segment-${id}`
}
