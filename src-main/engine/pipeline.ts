/**
 * One track of a meeting from top to bottom, in the order in which speech walks through the rooms:
 *
 *   recording -> voice -> recognition -> transcript -> store, and the faces are told.
 *
 * Both readers start where they stopped the last time, and keep text and position together, so a reader
 * may be killed at any moment: nothing is lost and nothing is there twice.
 */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import { toMs, toSamples } from './audio/frames.ts'
import type { RecordedSound } from './audio/recording.ts'
import { followUtterance } from './recognition/follow-utterance.ts'
import type { Decoding, DecodeStyle, Recognizer } from './recognition/recognizer.ts'
import { understand } from './recognition/understand.ts'
import { ahead } from './runtime/ahead.ts'
import type { Log } from './runtime/log.ts'
import { mapInOrder } from './runtime/map-in-order.ts'
import { type Rank, rank, type Turns } from './runtime/turns.ts'
import { RECOGNITION } from './store/reader-positions.ts'
import type { Store } from './store/store.ts'
import { placeSegments } from './transcript/place-segments.ts'
import { hearUtterances, type Noticed } from './voice/hear-utterances.ts'
import { addToPiece, type Piece } from './voice/merge-pieces.ts'
import { pieceRules } from './voice/voice-rules.ts'

/** A meeting as its readers see it. `language` is settled by the first speech when nobody chose one. */
export interface MeetingReading {
  readonly meetingId: MeetingId
  readonly sound: RecordedSound
  readonly modelPath: string
  language: string
  /** How far each track was read in this run; in silence a little ahead of the position that is kept. */
  readonly readTo: Map<TrackName, number>
  /** The tracks on which somebody was speaking where their readers are now. */
  readonly speaking: Set<TrackName>
  /** What the model itself has spent on this meeting so far, in milliseconds. */
  modelMs: number
}

export interface PipelineParts {
  readonly store: Pick<Store, 'meetings' | 'segments' | 'positions'>
  readonly recognizer: Recognizer
  /** Shared by everything that decodes on this machine. */
  readonly turns: Turns
  readonly newSegmentId: () => SegmentId
  readonly tell: (event: EngineEvent) => void
  readonly log: Log
}

/** Windows of 32 ms looked at in one go: about 3 s while live, half a minute in a file. */
const batches = { live: 100, final: 1000 } as const

/** An utterance under way is looked at after 0.7 s and then with every 0.8 s of new speech. */
const followRules = { first: toSamples(700), hop: toSamples(800) }

/** Pieces in work or waiting for a lane; the lanes themselves are counted by the turns. */
const piecesAtOnce = 3

/** A position in silence is kept when it has moved this far: writing it every moment would wear the disk. */
const silenceStep = toSamples(2_000)

/** Reads a track while it grows: text that may change during an utterance, committed text at its end. */
export async function readLive(
  parts: PipelineParts,
  meeting: MeetingReading,
  track: TrackName,
  signal: AbortSignal,
): Promise<void> {
  const reader = trackReader(parts, meeting, track, 'live')
  const follower = followUtterance({
    rules: followRules,
    decode: (from, to, stop) => reader.decode(from, to, rank.look, stop),
    show: (decoding, from, to) => reader.showHypothesis(decoding, from, to),
    onFailed: () => parts.log.warn('look.failed', { meetingId: meeting.meetingId, track }),
  })
  try {
    for await (const noticed of reader.notice(signal)) {
      if (noticed.kind === 'speaking') {
        meeting.speaking.add(track)
        follower.speaking(noticed.from, noticed.to)
      } else if (noticed.kind === 'silence') {
        meeting.speaking.delete(track)
        reader.skipTo(noticed.to)
      } else {
        const { from, to } = noticed.utterance
        await follower.ended()
        reader.commit(await reader.decode(from, to, rank.commit, signal), from, to, 'committed')
      }
    }
  } finally {
    meeting.speaking.delete(track)
    await follower.ended()
    reader.clearHypothesis()
    await reader.close()
  }
}

/**
 * Reads a recording in long pieces, several at a time and kept in order; voices are searched while the
 * model works.
 */
export async function readFinal(
  parts: PipelineParts,
  meeting: MeetingReading,
  track: TrackName,
  signal: AbortSignal,
): Promise<void> {
  const reader = trackReader(parts, meeting, track, 'final')
  try {
    const pieces = ahead(piecesOf(reader.notice(signal)), 1)
    const decode = async ({ from, to, utterances }: Piece) =>
      utterances.length > 0 ? reader.decode(from, to, rank.file, signal) : null
    for await (const [{ from, to }, decoding] of mapInOrder(pieces, piecesAtOnce, decode)) {
      // What comes after a piece that was left in the middle must not be kept before it.
      if (signal.aborted || decoding?.aborted) return
      if (decoding) reader.commit(decoding, from, to, 'final')
      else reader.skipTo(to)
    }
  } finally {
    await reader.close()
  }
}

/** Utterances become pieces; the silence after the last one becomes an empty piece. */
async function* piecesOf(noticed: AsyncIterable<Noticed>): AsyncGenerator<Piece, void, undefined> {
  let piece: Piece | null = null
  let end = 0
  for await (const item of noticed) {
    if (item.kind === 'utterance') {
      const [next, completed]: readonly [Piece, Piece | null] = addToPiece(
        piece,
        item.utterance,
        pieceRules,
      )
      piece = next
      if (completed) yield completed
    } else {
      end = item.to
      if (piece && item.kind === 'silence' && item.to - piece.to >= pieceRules.pause) {
        yield piece
        piece = null
      }
    }
  }
  if (piece) yield piece
  yield { from: end, to: end, utterances: [] }
}

function trackReader(
  parts: PipelineParts,
  meeting: MeetingReading,
  track: TrackName,
  style: DecodeStyle,
) {
  const { store, recognizer, tell } = parts
  const { meetingId, sound } = meeting
  const stream = `${meetingId}/${track}`
  const from = store.positions.read(meetingId, track, RECOGNITION)
  let kept = from
  let shown = false

  function advance(segments: readonly Segment[], toSample: number): void {
    store.segments.commit(meetingId, segments, { track, reader: RECOGNITION, toSample })
    kept = toSample
    meeting.readTo.set(track, toSample)
  }

  return {
    notice: (signal: AbortSignal) =>
      hearUtterances({
        sound,
        track,
        from,
        batch: batches[style],
        detect: (samples) => recognizer.detect(stream, samples),
        signal,
      }),

    async decode(first: number, last: number, place: Rank, signal: AbortSignal) {
      const samples = await sound.read(track, first, last)
      const { modelPath } = meeting
      const decoding = await parts.turns.run(
        place,
        () => recognizer.decode({ modelPath, samples, language: meeting.language, style }, signal),
        signal,
      )
      meeting.modelMs += decoding.timings.encodeMs + decoding.timings.decodeMs
      return decoding
    },

    commit(decoding: Decoding, first: number, last: number, status: Segment['status']) {
      // An aborted decode knows only part of the stretch: it is read again the next time.
      if (decoding.aborted) return
      const { spoken, refused } = understand(decoding)
      const place = { track, from: first, to: last, status }
      const segments = placeSegments(spoken, place, parts.newSegmentId)
      for (const { rule, startMs, endMs } of refused)
        parts.log.info('text.refused', { meetingId, track, rule, startMs, endMs })
      if (segments.length > 0) this.settleLanguage(decoding.language)
      advance(segments, last)
      this.clearHypothesis()
      for (const segment of segments) tell({ type: 'segment.committed', meetingId, segment })
    },

    settleLanguage(language: string) {
      if (meeting.language !== 'auto' || language === '') return
      meeting.language = language
      store.meetings.setLanguage(meetingId, language)
    },

    skipTo(sample: number) {
      meeting.readTo.set(track, Math.max(sample, kept))
      const ended = sample >= sound.length(track)
      if (sample - kept >= silenceStep || (ended && sample > kept)) advance([], sample)
    },

    showHypothesis(decoding: Decoding, first: number, last: number) {
      const text = understand(decoding)
        .spoken.map((heard) => heard.text)
        .join(' ')
      if (text === '') return
      shown = true
      const hypothesis = { track, startMs: toMs(first), endMs: toMs(last), text }
      tell({ type: 'hypothesis.changed', meetingId, track, hypothesis })
    },

    clearHypothesis() {
      if (!shown) return
      shown = false
      tell({ type: 'hypothesis.changed', meetingId, track, hypothesis: null })
    },

    close: () => recognizer.forget(stream),
  }
}
