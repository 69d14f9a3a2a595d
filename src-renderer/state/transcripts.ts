/**
 * The texts of the meetings that are live or open: a pure fold over the engine's events.
 *
 * A text may be read from the engine while events about it arrive. What arrived since the reading began is laid
 * over the answer, so nothing is lost and nothing is shown twice.
 */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Transcript } from '#contract/meeting.ts'
import type { Hypothesis, Segment } from '#contract/transcript.ts'
import type { Tracks } from './marks.ts'

export interface Progress {
  readonly heardMs: number
  readonly readMs: number
  readonly totalMs: number | null
  /** When `heardMs` last grew, on the page's own clock. */
  readonly grewAtMs: number
}

/** Who is known to say which segments. */
type Voices = Extract<EngineEvent, { type: 'speakers.changed' }>['changes']

export interface MeetingText {
  /** `whole`: everything committed so far is here. `unread`: some may be missing. */
  readonly phase: 'unread' | 'reading' | 'whole' | 'failed'
  /** Why it could not be read, as the engine put it. */
  readonly problem: string | null
  /** In the order they were spoken. */
  readonly segments: readonly Segment[]
  /** Came in while the text was being read. */
  readonly arrived: readonly Segment[]
  /** Was taken away while the text was being read. */
  readonly gone: readonly SegmentId[]
  /** Who was named while the text was being read. */
  readonly named: Voices
  /** What became of each track when the text was read. */
  readonly tracks: Tracks
  /** Those of `segments` that still grow. */
  readonly open: readonly SegmentId[]
  /** At most one for each track. */
  readonly hypotheses: readonly Hypothesis[]
  readonly progress: Progress | null
}

export type Transcripts = Readonly<Partial<Record<MeetingId, MeetingText>>>

export const unreadText: MeetingText = {
  phase: 'unread',
  problem: null,
  segments: [],
  arrived: [],
  gone: [],
  named: [],
  tracks: [],
  open: [],
  hypotheses: [],
  progress: null,
}

/** Takes in one event, which reached the page at `nowMs`. */
export function applyToTranscripts(
  transcripts: Transcripts,
  event: EngineEvent,
  nowMs: number,
): Transcripts {
  switch (event.type) {
    case 'meeting.started':
      // Heard from its first word on; unless it is an old one that goes on.
      if (transcripts[event.meeting.id]) return transcripts
      return { ...transcripts, [event.meeting.id]: { ...unreadText, phase: 'whole' } }
    case 'segment.committed':
      return change(transcripts, event.meetingId, (text) =>
        withSegment(text, event.segment, event.open),
      )
    case 'segments.revised':
      return change(transcripts, event.meetingId, (text) => withRevision(text, event))
    case 'speakers.changed':
      return change(transcripts, event.meetingId, (text) => withVoices(text, event.changes))
    case 'hypothesis.changed':
      return change(transcripts, event.meetingId, (text) => ({
        ...text,
        hypotheses: [
          ...text.hypotheses.filter(({ track }) => track !== event.track),
          ...(event.hypothesis ? [event.hypothesis] : []),
        ],
      }))
    case 'meeting.progressed':
      return change(transcripts, event.meetingId, (text) => withProgress(text, event, nowMs))
    case 'meeting.stopped':
      return change(transcripts, event.meeting.id, ended)
    case 'meeting.deleted': {
      const { [event.meetingId]: _, ...rest } = transcripts
      return rest
    }
    case 'retention.applied':
      return event.soundRemoved
        .filter((id) => transcripts[id])
        .reduce((all, id) => change(all, id, ended), transcripts)
    case 'meeting.changed':
      if (event.meeting.state !== 'done' || !transcripts[event.meeting.id]?.progress) {
        return transcripts
      }
      return change(transcripts, event.meeting.id, ended)
    default:
      return transcripts
  }
}

function change(
  transcripts: Transcripts,
  meetingId: MeetingId,
  to: (text: MeetingText) => MeetingText,
): Transcripts {
  return { ...transcripts, [meetingId]: to(transcripts[meetingId] ?? unreadText) }
}

/** Nothing more will come; the end may have brought changes to what was said before, so it is read once more. */
function ended(text: MeetingText): MeetingText {
  const phase = text.phase === 'whole' ? 'unread' : text.phase
  return { ...text, phase, open: [], hypotheses: [], progress: null }
}

function withSegment(text: MeetingText, segment: Segment, open: boolean): MeetingText {
  const others = text.open.filter((id) => id !== segment.id)
  // What may still have changed behind it is settled with it.
  const closes = !open && others.length < text.open.length
  const hypotheses = closes
    ? text.hypotheses.filter(({ track }) => track !== segment.track)
    : text.hypotheses
  return {
    ...text,
    open: open ? [...others, segment.id] : others,
    hypotheses,
    segments: place(text.segments, segment),
    arrived: text.phase === 'reading' ? [...text.arrived, segment] : text.arrived,
  }
}

/** Only what is shown can be taken away; what comes in its place has the words that count. */
function withRevision(
  text: MeetingText,
  { removed, segments }: { removed: readonly SegmentId[]; segments: readonly Segment[] },
): MeetingText {
  const reading = text.phase === 'reading'
  return {
    ...text,
    segments: segments.reduce(replace, without(text.segments, removed)),
    arrived: reading ? segments.reduce(replace, without(text.arrived, removed)) : text.arrived,
    // What was read before may be newer by its state and older by its words, so it gives way.
    gone: reading ? [...text.gone, ...removed, ...segments.map(({ id }) => id)] : text.gone,
  }
}

function withVoices(text: MeetingText, changes: Voices): MeetingText {
  const reading = text.phase === 'reading'
  return {
    ...text,
    segments: namedBy(changes, text.segments),
    arrived: namedBy(changes, text.arrived),
    named: reading ? [...text.named, ...changes] : text.named,
  }
}

function namedBy(changes: Voices, segments: readonly Segment[]): readonly Segment[] {
  if (changes.length === 0) return segments
  const voices = new Map(
    changes.flatMap(({ speaker, segmentIds }) => segmentIds.map((id) => [id, speaker] as const)),
  )
  return segments.map((segment) => {
    const speaker = voices.get(segment.id)
    return speaker === undefined ? segment : { ...segment, speaker }
  })
}

function without(segments: readonly Segment[], removed: readonly SegmentId[]): readonly Segment[] {
  return segments.filter(({ id }) => !removed.includes(id))
}

function withProgress(
  text: MeetingText,
  { heardMs, readMs, totalMs }: Omit<Progress, 'grewAtMs'>,
  nowMs: number,
): MeetingText {
  const before = text.progress
  const grewAtMs = before !== null && heardMs <= before.heardMs ? before.grewAtMs : nowMs
  return { ...text, progress: { heardMs, readMs, totalMs, grewAtMs } }
}

/** A final text settles a segment: a committed one that arrives late must not bring old words back. */
function place(segments: readonly Segment[], segment: Segment): readonly Segment[] {
  const at = segments.findLastIndex(({ id }) => id === segment.id)
  const known = segments[at]
  if (known?.status === 'final' && segment.status === 'committed') return segments
  return replace(segments, segment)
}

/** Puts a segment where it belongs in time, instead of the one that has its id. */
function replace(segments: readonly Segment[], segment: Segment): readonly Segment[] {
  const at = segments.findLastIndex(({ id }) => id === segment.id)
  if (segments[at]?.startMs === segment.startMs) return segments.with(at, segment)
  const others = at < 0 ? segments : segments.toSpliced(at, 1)
  const before = others.findLastIndex(({ startMs }) => startMs <= segment.startMs)
  return others.toSpliced(before + 1, 0, segment)
}

/** The text is being asked for; until the answer is there, what is known stays. */
export function readingBegan(transcripts: Transcripts, meetingId: MeetingId): Transcripts {
  return change(transcripts, meetingId, (text) => ({
    ...text,
    phase: 'reading',
    arrived: [],
    gone: [],
    named: [],
  }))
}

export function readingEnded(
  transcripts: Transcripts,
  { id, segments, tracks }: Transcript,
): Transcripts {
  return change(transcripts, id, (text) => ({
    ...text,
    phase: 'whole',
    problem: null,
    segments: text.arrived.reduce(
      place,
      namedBy(text.named, without(segments, text.gone)).toSorted((a, b) => a.startMs - b.startMs),
    ),
    arrived: [],
    gone: [],
    named: [],
    tracks,
  }))
}

export function readingFailed(
  transcripts: Transcripts,
  meetingId: MeetingId,
  problem: string | null,
): Transcripts {
  const phase = problem === null ? 'unread' : 'failed'
  return change(transcripts, meetingId, (text) => ({
    ...text,
    phase,
    problem,
    arrived: [],
    gone: [],
    named: [],
  }))
}

/** Nobody is listening: what was shown stays, but is no longer known to be all. */
export function linkLost(transcripts: Transcripts): Transcripts {
  return Object.fromEntries(
    Object.entries(transcripts).map(([id, text]) => [
      id,
      {
        ...(text ?? unreadText),
        phase: 'unread',
        arrived: [],
        gone: [],
        named: [],
        open: [],
        hypotheses: [],
      },
    ]),
  )
}

/** Long texts are large: only the open one and those that are being heard are kept. */
export function keepOpen(transcripts: Transcripts, openId: MeetingId): Transcripts {
  const kept = Object.entries(transcripts).filter(([id, text]) => id === openId || text?.progress)
  return kept.length === Object.keys(transcripts).length ? transcripts : Object.fromEntries(kept)
}
