import { memo, type ReactNode } from 'react'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { doubtfulRanges } from '../state/doubt.ts'
import { pieces, type Range } from '../state/find-text.ts'
import type { FlowItem } from '../state/flow.ts'
import { type Growing, nothingGrows } from '../state/growing.ts'
import type { Paragraph } from '../state/paragraphs.ts'
import { clock } from '../texts/format.ts'
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
  /** What of it is being said just now. */
  readonly growing?: Growing
}

/**
 * The committed text, and where something is missing in it. Long meetings have thousands of segments, so a paragraph is
 * drawn anew only when it changes. What still grows is kept from screen readers; when it is closed it is put there as a
 * new element, and so it is read aloud once.
 */
export function TranscriptView({ meetingId, items, marks, litId, growing = nothingGrows }: Props) {
  return items.map((item) => {
    if (item.kind === 'mark')
      return <MarkLine key={item.key} meetingId={meetingId} mark={item.mark} />
    const { paragraph } = item
    const { key, segments } = paragraph
    const last = segments.at(-1)
    const open = segments.filter(({ id }) => growing.open.has(id)).map(({ id }) => id)
    const unread = open.length === segments.length
    return (
      <ParagraphView
        key={unread ? `${key} growing` : key}
        meetingId={meetingId}
        paragraph={paragraph}
        marks={marks}
        litId={segments.some(({ id }) => id === litId) ? litId : null}
        // A string stays the same from one drawing to the next, which a new list would not.
        openIds={open.join(' ')}
        tail={(last && growing.tails.get(last.id)) ?? ''}
        unread={unread}
      />
    )
  })
}

interface ParagraphProps {
  readonly meetingId: MeetingId
  readonly paragraph: Paragraph
  readonly marks: Marks
  readonly litId: SegmentId | null
  /** Those of its segments that still grow. */
  readonly openIds: string
  /** Words behind it that may change. */
  readonly tail: string
  /** All of it still grows. */
  readonly unread: boolean
}

const ParagraphView = memo(function ParagraphView(props: ParagraphProps) {
  const { paragraph, marks, litId, meetingId, openIds, tail, unread } = props
  const { track, speaker, startMs, segments } = paragraph
  const time = unread ? (
    <span className="time">{clock(startMs)}</span>
  ) : (
    <TimeLink meetingId={meetingId} atMs={startMs} />
  )
  return (
    <Voice track={track} speaker={speaker} time={time} hidden={unread}>
      {segments.map((segment) => {
        const open = openIds.includes(segment.id)
        return (
          <span
            key={open ? `${segment.id} growing` : segment.id}
            id={segmentElementId(segment.id)}
            className={segment.id === litId ? 'segment lit' : 'segment'}
            aria-hidden={open || undefined}
          >
            <FoundText
              pieces={pieces(
                `${segment.text} `,
                marks.get(segment.id) ?? [],
                doubtfulRanges(segment),
              )}
            />
          </span>
        )
      })}
      {tail !== '' && (
        <span className="unsettled" aria-hidden="true">
          {tail}
        </span>
      )}
    </Voice>
  )
}, sameParagraph)

function sameParagraph(a: ParagraphProps, b: ParagraphProps): boolean {
  return (
    a.litId === b.litId &&
    a.meetingId === b.meetingId &&
    a.openIds === b.openIds &&
    a.tail === b.tail &&
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
  /** In the place of the plain name. */
  readonly name?: ReactNode
  readonly time: ReactNode
  /** Seen, and not read aloud. */
  readonly hidden?: boolean
  readonly children: ReactNode
}

/** What one voice says: my own on one side, the others' on the other. */
export function Voice({ track, speaker, name: given, time, hidden = false, children }: VoiceProps) {
  const { t } = useSpeech()
  const name = speaker ?? (track === 'mix' ? null : t(`transcript.voices.${track}`))
  return (
    <div className={`voice ${track}`} aria-hidden={hidden || undefined}>
      <p className="voice-head">
        {given ?? (name !== null && <bdi className="speaker">{name}</bdi>)} {time}
      </p>
      <p className="voice-text">{children}</p>
    </div>
  )
}

/** Where in the document a segment stands. */
export function segmentElementId(id: SegmentId): string {
  return `segment-${id}`
}
