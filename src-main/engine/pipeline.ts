/**
 * One track of a meeting from top to bottom, in the order in which speech walks through the rooms:
 *
 *   recording -> voice -> recognition -> bleed -> transcript -> store, and the faces are told.
 *
 * Both readers start where they stopped the last time, and keep text and position together, so a reader
 * may be killed at any moment: nothing is lost and nothing is there twice.
 */
import type { Segment, TrackName } from '#contract/transcript.ts'
import { liveTrack } from './live-track.ts'
import { followUtterance } from './recognition/follow-utterance.ts'
import { ahead } from './runtime/ahead.ts'
import { mapInOrder } from './runtime/map-in-order.ts'
import { rank } from './runtime/turns.ts'
import {
  type Laid,
  type MeetingReading,
  type PipelineParts,
  type TrackReader,
  trackReader,
} from './track-reader.ts'
import { placeSegments } from './transcript/place-segments.ts'
import { finishSentence, goesOn, newBehind, type Seam } from './seam.ts'
import type { Noticed } from './voice/hear-utterances.ts'
import { addToPiece, type Piece } from './voice/merge-pieces.ts'
import { pieceRules, voiceRules } from './voice/voice-rules.ts'

/** Pieces in work or waiting for a lane; the lanes themselves are counted by the turns. */
const piecesAtOnce = 3

/** What is heard of a piece without a voice. */
const nobody = 'nobody'

/** Utterances that wait to be kept; then the reader waits too. */
const mostWaiting = 8

/** Reads a track while it grows: text that may change during an utterance, committed text at its end. */
export async function readLive(
  parts: PipelineParts,
  meeting: MeetingReading,
  track: TrackName,
  signal: AbortSignal,
): Promise<void> {
  const reader = trackReader(parts, meeting, track, 'live')
  const live = liveTrack(parts, { reader, meeting, track }, signal)
  const follower = followUtterance({
    rules: {
      enough: live.enough,
      leastVoice: parts.liveRules.leastVoice,
      tail: parts.liveRules.looksAtEnd ? voiceRules.padAfter : Infinity,
    },
    look: live.look,
    onFailed: () => parts.log.warn('look.failed', { meetingId: meeting.meetingId, track }),
  })
  try {
    for await (const noticed of reader.notice(signal)) {
      if (noticed.kind === 'speaking') {
        meeting.speaking.add(track)
        live.open(noticed.from)
        follower.speaking(noticed)
      } else if (noticed.kind === 'silence') {
        meeting.speaking.delete(track)
        if (!(await live.rest())) return
        reader.skipTo(noticed.to)
      } else {
        const { utterance } = noticed
        live.open(utterance.from)
        if (await live.goesOn(utterance)) continue
        const looked = await follower.ended(utterance.to)
        if (!(await live.end(utterance, looked))) return
      }
      // What waits for the other track to be read must not keep this one from being followed.
      await reader.settled(mostWaiting)
    }
    await reader.settled()
  } finally {
    meeting.speaking.delete(track)
    await follower.ended(-1)
    live.clear()
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
    const pieces = ahead(fromSeam(piecesOf(reader.notice(signal)), reader), 1)
    const hear = async ({ from, to, utterances }: Piece) =>
      utterances.length > 0 ? reader.hear({ from, to, rank: rank.file }, signal) : nobody
    for await (const [{ from, to, seam }, heard] of mapInOrder(pieces, piecesAtOnce, hear)) {
      // What comes after a piece that was left in the middle must not be kept before it.
      if (signal.aborted || heard === null) return
      if (heard !== nobody) {
        const { refused, decoded } = heard
        const spoken = seam ? newBehind(seam, heard.spoken) : heard.spoken
        const kept = { stretch: { from, to }, toSample: to, spoken, refused, alone: false }
        const place = { track, from, to, status: 'final' } as const
        const newId = parts.newSegmentId
        reader.keep(
          { ...kept, language: decoded.language },
          (remaining) => {
            if (!seam) return closed(placeSegments(remaining, place, newId))
            const { grown, left } = finishSentence(seam, remaining, { track, newId })
            return [...grown, ...closed(placeSegments(left, place, newId))]
          },
          signal,
        )
      } else reader.skipTo(to)
      await reader.settled()
    }
  } finally {
    await reader.close()
  }
}

interface SeamedPiece extends Piece {
  /** It begins there; null: where it was noticed. */
  readonly seam: Seam | null
}

/** Speech that goes on where reading goes on begins with the sentence that it belongs to. */
async function* fromSeam(
  pieces: AsyncIterable<Piece>,
  { from, seam }: Pick<TrackReader, 'from' | 'seam'>,
): AsyncGenerator<SeamedPiece, void, undefined> {
  let open = seam()
  for await (const piece of pieces) {
    const isOn = piece.utterances.length > 0 && goesOn(from, piece.from)
    yield open && isOn ? { ...piece, from: open.from, seam: open } : { ...piece, seam: null }
    open = null
  }
}

function closed(segments: readonly Segment[]): Laid[] {
  return segments.map((segment) => ({ segment, open: false }))
}

/** Utterances become pieces; the silence after the last one becomes an empty piece. */
export async function* piecesOf(
  noticed: AsyncIterable<Noticed>,
): AsyncGenerator<Piece, void, undefined> {
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
