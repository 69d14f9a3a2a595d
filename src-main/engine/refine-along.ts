/**
 * While a meeting goes on, what is finished is read again by stronger means: when the machine has nothing else to do,
 * the cheapest first. It gives way at once; what it does not come to is left for when the meeting is over.
 */
import type { TrackName } from '#contract/transcript.ts'
import { toSamples } from './audio/frames.ts'
import { type Growth, growth } from './audio/growth.ts'
import type { RecordedSound } from './audio/recording.ts'
import { piecesAhead, type TrackAhead } from './pieces-ahead.ts'
import {
  type PieceAhead,
  type RefinedMeeting,
  refinePiece,
  type RefiningParts,
} from './refine-piece.ts'
import { choosePiece, type ChoiceRules } from './refining/choose-piece.ts'
import { type Means, planMeans } from './refining/plan-means.ts'

/** A meeting that goes on, as its readers see it. */
export interface Alongside extends RefinedMeeting {
  /** The one that hears it: a second one would have to be loaded in the middle of a call. */
  readonly model: Omit<Means, 'beams'>
  readonly readTo: (track: TrackName) => number
  readonly isSpeaking: () => boolean
}

const rules: ChoiceRules = {
  age: toSamples(3_000),
  lag: toSamples(2_000),
  betweenLooksMs: 400,
  patience: toSamples(2_000),
  longestPatience: toSamples(60_000),
}

/** How often it looks whether there is something to do, in milliseconds. */
const lookMs = 500

/** A stretch that had to give way so often is read by weaker means, which are done sooner. */
const strongTries = 2

interface Candidate extends PieceAhead {
  readonly from: number
  readonly to: number
  readonly tries: number
}

export function refineAlong(parts: RefiningParts, meeting: Alongside): { stop(): Promise<void> } {
  const { meetingId, sound } = meeting
  const leaving = new AbortController()
  const { signal } = leaving
  const progress = growth()
  const [strong, weak] = planMeans(meeting.model, null)
  const soFar = soundSoFar(meeting, progress)
  const tracks = sound.tracks.map((track) =>
    piecesAhead(parts, { meetingId, sound: soFar }, track, signal),
  )
  const candidates = new Map<TrackName, Candidate>()
  let msPerSample: number | null = null

  const choose = (): Candidate | null => {
    const readTo = Math.min(...sound.tracks.map(meeting.readTo))
    const heardTo = Math.max(...sound.tracks.map((track) => sound.length(track)))
    const moment = { readTo, heardTo, isSpeaking: meeting.isSpeaking(), msPerSample }
    return choosePiece([...candidates.values()], moment, rules)
  }

  async function find(ahead: TrackAhead): Promise<void> {
    const next = await ahead.next()
    if (!next || signal.aborted) return
    candidates.set(ahead.track, { ...next, from: next.piece.from, to: next.piece.to, tries: 0 })
    progress.tell()
  }

  async function work(): Promise<void> {
    for (;;) {
      await progress.wait(() => (choose() ? 'grown' : null), signal)
      const chosen = choose()
      if (!chosen) continue
      const { track, tries } = chosen
      const means = tries < strongTries || !weak ? strong : weak
      const { outcome, modelMs } = await refinePiece(parts, meeting, { ...chosen, means }, signal)
      if (outcome !== 'read') {
        candidates.set(track, { ...chosen, tries: tries + 1 })
        continue
      }
      msPerSample = modelMs / Math.max(1, chosen.to - chosen.from)
      candidates.delete(track)
      const ahead = tracks.find((each) => each.track === track)
      ahead?.take()
      if (ahead) find(ahead).catch(fail)
    }
  }

  /** Whatever happens here, the meeting goes on; it is read again when it is over. */
  function fail(error: unknown): void {
    if (!signal.aborted) parts.log.bug('refining.stopped', error)
    leaving.abort()
  }

  const stopLooking = parts.clock.every(lookMs, progress.tell)
  for (const ahead of tracks) find(ahead).catch(fail)
  const over = work().catch(fail)
  return {
    async stop() {
      stopLooking()
      leaving.abort()
      await over
      for (const ahead of tracks) await ahead[Symbol.asyncDispose]()
    },
  }
}

/** The sound as far as it has become text. It is never over: who reads on when it is, reads from the recording. */
function soundSoFar({ sound, readTo }: Alongside, progress: Growth): RecordedSound {
  const length = (track: TrackName): number => Math.min(sound.length(track), readTo(track))
  return {
    ...sound,
    length,
    grown: (track, beyond, signal) =>
      progress.wait(() => (length(track) > beyond ? 'grown' : null), signal),
    grownOrResting: (track, beyond, signal) =>
      progress.wait(() => (length(track) > beyond ? 'grown' : null), signal),
  }
}
