/**
 * One track of a meeting from top to bottom, in the order in which speech walks through the rooms:
 *
 *   recording -> voice -> recognition -> bleed -> transcript -> store, and the faces are told.
 *
 * Both readers start where they stopped the last time, and keep text and position together, so a reader
 * may be killed at any moment: nothing is lost and nothing is there twice.
 */
import type { TrackName } from '#contract/transcript.ts'
import { toSamples } from './audio/frames.ts'
import { followUtterance } from './recognition/follow-utterance.ts'
import { ahead } from './runtime/ahead.ts'
import { mapInOrder } from './runtime/map-in-order.ts'
import { rank } from './runtime/turns.ts'
import { type MeetingReading, type PipelineParts, trackReader } from './track-reader.ts'
import type { Noticed } from './voice/hear-utterances.ts'
import { addToPiece, type Piece } from './voice/merge-pieces.ts'
import { pieceRules } from './voice/voice-rules.ts'

/** An utterance under way is looked at after 0.7 s and then with every 0.8 s of new speech. */
const followRules = { first: toSamples(700), hop: toSamples(800) }

/** Pieces in work or waiting for a lane; the lanes themselves are counted by the turns. */
const piecesAtOnce = 3

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
  const follower = followUtterance({
    rules: followRules,
    decode: (from, to, stop) => reader.look(from, to, stop),
    show: (_, from, to) => reader.showLook(from, to),
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
        const decoding = await reader.decode(from, to, rank.commit, signal)
        // An aborted decode knows only part of the stretch: it and all behind it is read the next time.
        if (decoding.aborted) return
        // What waits for the other track to be read must not keep this one from being followed.
        reader.commit(decoding, { from, to, status: 'committed' }, signal)
      }
      await reader.settled(mostWaiting)
    }
    await reader.settled()
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
      if (decoding) reader.commit(decoding, { from, to, status: 'final' }, signal)
      else reader.skipTo(to)
      await reader.settled()
    }
  } finally {
    await reader.close()
  }
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
