/** The stretches of a meeting that are to be read again, track by track, found as they are needed. */
import type { TrackName } from '#contract/transcript.ts'
import { piecesOf } from './pipeline.ts'
import type { PieceAhead, RefinedMeeting, RefiningParts } from './refine-piece.ts'
import { REFINING } from './store/reader-positions.ts'
import { hearUtterances } from './voice/hear-utterances.ts'
import { voiceTrail } from './voice/voice-trail.ts'

/** Windows of 32 ms: about 3 s, so that nobody who speaks now waits long for the voice detector. */
const batch = 100

/** The next stretch of one track, which stays the next until it is taken. */
export interface TrackAhead extends AsyncDisposable {
  readonly track: TrackName
  /** Resolves with null when nothing more comes. */
  next(): Promise<PieceAhead | null>
  take(): void
}

export function piecesAhead(
  { store, recognizer }: RefiningParts,
  { meetingId, sound }: Pick<RefinedMeeting, 'meetingId' | 'sound'>,
  track: TrackName,
  signal: AbortSignal,
): TrackAhead {
  const stream = `${meetingId}/${track}/again`
  const voices = voiceTrail()
  const from = store.positions.read(meetingId, track, REFINING)
  const pieces = piecesOf(
    hearUtterances({
      sound,
      track,
      from,
      batch,
      detect: (samples) => recognizer.detect(stream, samples),
      onWindow: (window) => voices.add(window),
      signal,
    }),
  )
  let asked: Promise<PieceAhead | null> | null = null
  let readTo = from

  async function ask(): Promise<PieceAhead | null> {
    const { value: piece } = await pieces.next()
    // Where nothing was left to hear, the last, empty piece is behind what is read already.
    if (!piece || piece.to < readTo) return null
    readTo = piece.to
    return { track, piece, voices }
  }

  return {
    track,
    next() {
      asked ??= ask()
      // Reported to whoever asks for it; until then it must not count as unhandled.
      asked.catch(() => {})
      return asked
    },
    take() {
      asked = null
    },
    async [Symbol.asyncDispose]() {
      await asked?.catch(() => {})
      await recognizer.forget(stream)
    },
  }
}
