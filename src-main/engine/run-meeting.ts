/** One meeting at work: a session over its recording, its progress, and what is kept when it is over. */
import { AppError, toWireError } from '#contract/errors.ts'
import type { EngineEvent, StopReason } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { LiveRecognition } from '#contract/live-recognition.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { TrackName } from '#contract/transcript.ts'
import { wholeWarning } from '#contract/warning.ts'
import { toMs } from './audio/frames.ts'
import type { RecordedSound } from './audio/recording.ts'
import type { LiveControls } from './live-controls.ts'
import type { Keeping, Parts } from './parts.ts'
import type { PatientCommits } from './patient-commits.ts'
import { runSession, type Session, type SessionPorts } from './session/run-session.ts'
import type { Outcome } from './session/step.ts'

export interface MeetingRun {
  readonly meetingId: MeetingId
  /** Resolves when nothing works on the meeting any more and its state is kept. */
  readonly over: Session['over']
  meeting(): Meeting
  /** How much of it was heard by now, in milliseconds. */
  heardMs(): number
  recognition(): LiveRecognition
  /** Null while no device is heard: a file is read, or all sound has ended. */
  controls(): LiveControls | null
  /** What is spoken from now on. Refuses a language that its model does not know. */
  setLanguage(language: string): Meeting
  stop(reason: 'asked' | 'silence'): void
  leave(): void
}

interface Job extends Pick<SessionPorts, 'hear' | 'stopSource' | 'closeRecording' | 'readers'> {
  readonly meetingId: MeetingId
  readonly keeping: Keeping
  readonly claim: Disposable | null
  readonly sound: RecordedSound
  readonly totalMs: number | null
  readonly controls: LiveControls | null
  /** How far a track was read, in samples. */
  readonly readTo: (track: TrackName) => number
  /** Reading a file is left when it is stopped; a live meeting is read to its last word. */
  readonly leaveOnStop: boolean
  readonly recognition: () => LiveRecognition
  /** Called when everything heard was read, before that is told. */
  readonly afterwards: () => void
  readonly setLanguage: (language: string) => void
  /** Of text; what waits is committed before the meeting is over. */
  readonly commits: Pick<PatientCommits, 'end' | 'isResting'>
}

/** How often progress is told, and how often the recorded length is kept. */
const progressMs = 500
const lengthsMs = 5_000

export function runMeeting(
  { clock, log }: Pick<Parts, 'clock' | 'log'>,
  tell: (event: EngineEvent) => void,
  job: Job,
): MeetingRun {
  const { meetingId, keeping, sound } = job
  const { store } = keeping
  let lastTold = ''
  let failed = false
  let ended: Meeting | null = null
  let latest: Meeting | null = null
  let listening = true
  /** Why it stopped listening; what came first counts. */
  let reason: StopReason | null = null

  function meeting(): Meeting {
    // A meeting of a store that is gone by now is still answered for.
    if (ended) return ended
    const found = store.meetings.read(meetingId)
    if (!found) throw new AppError('not_found', 'The meeting is gone.')
    latest = found
    return found
  }

  /** As it was last seen, where a disk is gone by now. */
  function known(): Meeting {
    try {
      return meeting()
    } catch (error) {
      const isGone = error instanceof AppError && error.code === 'not_found'
      if (latest && !isGone) return latest
      throw error
    }
  }

  /** Kept now and then only: each is a write that waits for the disk, and a kill is measured anew. */
  function noteLengths(): void {
    store.transaction(() => {
      for (const track of sound.tracks) store.meetings.grow(meetingId, track, sound.length(track))
    })
  }

  function lengthMs(): number {
    return toMs(Math.max(...sound.tracks.map((track) => sound.length(track))))
  }

  function noteProgress(): void {
    const heardMs = lengthMs()
    const lag = Math.max(...sound.tracks.map((track) => sound.length(track) - job.readTo(track)))
    const readMs = Math.max(0, heardMs - toMs(lag))
    const told = `${heardMs} ${readMs}`
    if (told === lastTold) return
    lastTold = told
    tell({ type: 'meeting.progressed', meetingId, heardMs, readMs, totalMs: job.totalMs })
  }

  async function forget(): Promise<void> {
    store.meetings.delete(meetingId)
    await keeping.recordings.remove(meetingId)
    tell({ type: 'meeting.deleted', meetingId })
  }

  function warn(error: AppError): void {
    failed = true
    const { code, message } = toWireError(error)
    tell({ type: 'meeting.warned', meetingId, ...wholeWarning(code, message) })
  }

  const onBug = (error: unknown): void => log.bug('meeting.failed', error)

  async function hear(): Promise<void> {
    try {
      await job.hear()
    } finally {
      listening = false
      // Devices are heard until somebody, or silence, ends it.
      reason ??= job.controls ? 'failed' : 'ended'
    }
  }

  const session = runSession({ ...job, hear, warn, onBug })
  const stopTelling = clock.every(progressMs, noteProgress)
  const stopKeeping = clock.every(lengthsMs, () => {
    try {
      if (!job.commits.isResting()) noteLengths()
    } catch (error) {
      // The store could not be written just now; what matters is written, and fails, elsewhere.
      if (!(error instanceof AppError)) onBug(error)
    }
  })
  const stopProgress = (): void => {
    stopTelling()
    stopKeeping()
  }

  const over = session.over.then(async ({ outcome, failure }) => {
    stopProgress()
    const problem = await settle(outcome)
    return { outcome, failure: failure ?? problem }
  })

  function reasonOf(outcome: Outcome, problem: AppError | null): StopReason {
    if (failed || problem) return 'failed'
    // What did not fail and is not read to its end was left.
    return outcome === 'interrupted' ? 'asked' : (reason ?? 'ended')
  }

  /** Does each step whatever became of the one before; answers with the first failure a person can be told. */
  async function settle(outcome: Outcome): Promise<AppError | null> {
    let problem: AppError | null = null
    const attempt = async (work: () => unknown): Promise<void> => {
      try {
        await work()
      } catch (error) {
        if (error instanceof AppError) problem ??= error
        else onBug(error)
      }
    }
    const heardNothing = sound.tracks.every((track) => sound.length(track) === 0)
    await attempt(() => job.commits.end())
    if (problem) warn(problem)
    // What could not be kept is read again from the recording.
    const state: Outcome = problem ? 'interrupted' : outcome
    await attempt(noteProgress)
    await attempt(noteLengths)
    await attempt(() => store.meetings.setState(meetingId, state))
    await attempt(() => job.claim?.[Symbol.dispose]())
    await attempt(() => sound[Symbol.asyncDispose]())
    if (state === 'done' && !problem) await attempt(job.afterwards)
    // Told in any case, and last: whoever hears it may ask for more at once.
    await attempt(() => {
      ended = { ...known(), durationMs: lengthMs(), state }
      tell({ type: 'meeting.stopped', meeting: ended, reason: reasonOf(outcome, problem) })
    })
    // A source that failed before its first sample leaves nothing worth keeping.
    if (failed && heardNothing) await attempt(forget)
    return problem
  }

  return {
    meetingId,
    over,
    meeting,
    heardMs: () => ended?.durationMs ?? lengthMs(),
    recognition: job.recognition,
    controls: () => (listening ? job.controls : null),
    setLanguage(language) {
      job.setLanguage(language)
      store.meetings.setLanguage(meetingId, language)
      const changed = meeting()
      tell({ type: 'meeting.changed', meeting: changed })
      return changed
    },
    stop(why) {
      reason ??= why
      if (job.leaveOnStop) session.leave()
      else session.stop()
    },
    leave() {
      reason ??= 'asked'
      session.leave()
    },
  }
}
