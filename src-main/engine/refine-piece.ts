/**
 * Reads a stretch of a meeting again by stronger means, and puts what was understood in the place of what is kept where
 * the two differ. Text and position move together; what was refused, by a gate or as bleed, changes nothing.
 */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import { toMs } from './audio/frames.ts'
import type { RecordedSound } from './audio/recording.ts'
import { ownWords } from './bleed/own-words.ts'
import { theirWords } from './bleed/their-words.ts'
import { promptFor } from './recognition/prompt.ts'
import type { Decoding, Recognizer } from './recognition/recognizer.ts'
import { type Understood, understand } from './recognition/understand.ts'
import type { Means } from './refining/plan-means.ts'
import type { Clock } from './runtime/clock.ts'
import type { Log } from './runtime/log.ts'
import { rank, type Turns } from './runtime/turns.ts'
import { REFINING } from './store/reader-positions.ts'
import type { Store } from './store/store.ts'
import { holdBack } from './transcript/hold-back.ts'
import { placeSegments } from './transcript/place-segments.ts'
import { reviseStretch } from './transcript/revise-stretch.ts'
import type { Piece } from './voice/merge-pieces.ts'
import { voicedFrom, type VoiceTrail } from './voice/voice-trail.ts'

export interface RefiningParts {
  readonly store: Store
  readonly recognizer: Recognizer
  readonly turns: Turns
  readonly clock: Clock
  readonly newSegmentId: () => SegmentId
  /** Whether a segment may still grow: then nobody else may touch it. */
  readonly isOpen: (id: SegmentId) => boolean
  readonly tell: (event: EngineEvent) => void
  readonly log: Log
}

export interface PieceAhead {
  readonly track: TrackName
  readonly piece: Piece
  /** Where a voice was heard in it. */
  readonly voices: Pick<VoiceTrail, 'share'>
}

export interface RefinedMeeting {
  readonly meetingId: MeetingId
  readonly sound: RecordedSound
  readonly language: () => string
  /** Names and terms to expect, the most relevant first. */
  readonly vocabulary: () => readonly string[]
}

export interface Reading {
  /** `gave_way`: others needed the machine. `open`: somebody is still writing there. Both are tried again later. */
  readonly outcome: 'read' | 'gave_way' | 'open'
  /** What the model spent, in milliseconds. */
  readonly modelMs: number
}

export async function refinePiece(
  parts: RefiningParts,
  meeting: RefinedMeeting,
  { track, piece, voices, means }: PieceAhead & { readonly means: Means },
  signal: AbortSignal,
): Promise<Reading> {
  const place = { track, from: piece.from, to: piece.to }
  if (piece.utterances.length === 0) {
    const advance = { track, reader: REFINING, toSample: piece.to }
    parts.store.segments.commit(meeting.meetingId, [], advance)
    return { outcome: 'read', modelMs: 0 }
  }
  const vocabulary = meeting.vocabulary()
  const told = { prompt: promptFor(vocabulary), vocabulary }
  const decoding = await decode(parts, meeting, { ...place, means, prompt: told.prompt }, signal)
  const modelMs = decoding.timings.encodeMs + decoding.timings.decodeMs
  if (decoding.aborted) return { outcome: 'gave_way', modelMs }
  const understood = understand(decoding, voicedFrom(voices, piece.from), told)
  const own = await ownSpeech(parts.store, meeting, { ...place, understood }, signal)
  const isKept = keep(parts, meeting.meetingId, { ...place, understood, ...own })
  return { outcome: isKept ? 'read' : 'open', modelMs }
}

interface Place {
  readonly track: TrackName
  readonly from: number
  readonly to: number
}

async function decode(
  { recognizer, turns }: RefiningParts,
  { sound, language }: RefinedMeeting,
  { track, from, to, means, prompt }: Place & { readonly means: Means; readonly prompt: string },
  signal: AbortSignal,
): Promise<Decoding> {
  const samples = await sound.read(track, from, to)
  const { modelPath, beams } = means
  const request = {
    modelPath,
    samples,
    language: language(),
    style: beams ? 'thorough' : 'final',
    prompt,
    threads: null,
    fullContext: true,
  } as const
  return turns.run(
    { rank: rank.background },
    (giveWay) => recognizer.decode(request, AbortSignal.any([giveWay, signal])),
    signal,
  )
}

/** How far around a stretch the other side's words may be heard in it. */
const aroundMs = 5_000

/** What was said at the microphone, and not by the loudspeaker. All of the other side's text is there by now. */
async function ownSpeech(
  store: Store,
  { meetingId, sound }: RefinedMeeting,
  { track, from, to, understood: { spoken } }: Place & { readonly understood: Understood },
  signal: AbortSignal,
): Promise<Own> {
  if (track !== 'me' || !sound.tracks.includes('them')) return { spoken, hasBleed: false }
  const around = { startMs: toMs(from) - aroundMs, endMs: toMs(to) + aroundMs }
  const said = store.segments.within(meetingId, { track: 'them', ...around })
  const theirs = theirWords(
    said.flatMap(({ words }) => words),
    sound.length('them'),
  )
  theirs.end()
  const { kept, dropped } = await ownWords(sound, theirs).settle({ from, to, spoken }, signal)
  return { spoken: kept, hasBleed: dropped.length > 0 }
}

interface Own {
  readonly spoken: Understood['spoken']
  /** A loudspeaker said some of it. */
  readonly hasBleed: boolean
}

interface Heard extends Place, Own {
  readonly understood: Understood
}

/** False where a segment of the stretch is still growing: then nothing was done. */
function keep(parts: RefiningParts, meetingId: MeetingId, heard: Heard): boolean {
  const { store, tell, log } = parts
  const { track, from, to } = heard
  const stretch = { startMs: toMs(from), endMs: toMs(to) }
  const changes = store.transaction(() => {
    const kept = store.segments.within(meetingId, { track, ...stretch })
    if (kept.some(({ id }) => parts.isOpen(id))) return null
    const held = store.refusals.within(meetingId, { track, ...stretch }, 'bleed')
    const place = { track, from, to, status: 'final' } as const
    const revised = reviseStretch({
      kept,
      stretch,
      pinned: pinnedOf(kept, store.segments.written(meetingId), heard),
      fresh: holdBack(placeSegments(heard.spoken, place, parts.newSegmentId), held, kept),
      mayAdd: !heard.hasBleed && held.length === 0,
      newId: parts.newSegmentId,
    })
    const advance = { track, reader: REFINING, toSample: to }
    store.segments.revise(meetingId, revised, { advance, atMs: parts.clock.now() })
    return revised.changes
  })
  if (changes === null) return false
  if (changes.length === 0) return true
  const segments = changes.flatMap(({ after }) => after)
  const staying = new Set(segments.map(({ id }) => id))
  const gone = changes.flatMap(({ before }) => before.map(({ id }) => id))
  const removed = gone.filter((id) => !staying.has(id))
  tell({ type: 'segments.revised', meetingId, track, removed, segments })
  log.info('text.revised', { meetingId, track, ...stretch, changes: changes.length })
  return true
}

/** What a person wrote stays, and so does what is kept where the new reading was refused. */
function pinnedOf(
  kept: readonly Segment[],
  written: ReadonlySet<SegmentId>,
  { from, understood: { refused } }: Heard,
): ReadonlySet<SegmentId> {
  const firstMs = toMs(from)
  const isRefused = (segment: Segment): boolean =>
    refused.some(
      ({ startMs, endMs }) =>
        segment.startMs < firstMs + endMs && segment.endMs > firstMs + startMs,
    )
  return new Set([...written, ...kept.filter(isRefused).map(({ id }) => id)])
}
