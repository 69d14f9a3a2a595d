/** The meetings this program is working on: started, stopped, finished, and put right after a kill. */
import { existsSync } from 'node:fs'
import type { CommandInput } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting, Transcript } from '#contract/meeting.ts'
import type { Warning } from '#contract/warning.ts'
import { beginMeeting } from './begin-meeting.ts'
import { finishMeeting, meetingBusy } from './finish-meeting.ts'
import type { Work } from './launch-meeting.ts'
import { chosenModel, knowsLanguage, refuseLanguage } from './model-choice.ts'
import type { Keeping, Parts } from './parts.ts'
import type { MeetingRun } from './run-meeting.ts'
import { readTranscript } from './read-transcript.ts'
import { chosenSettings } from './settings-commands.ts'
import { usualWishes } from './usual-wishes.ts'

export interface MeetingRuns extends AsyncDisposable {
  start(input: CommandInput<'meeting.start'>): Promise<Meeting>
  stop(id: MeetingId): Promise<Meeting>
  /** With the model named, or the one the meeting began with. */
  finish(id: MeetingId, model: string | null): Promise<Meeting>
  transcribe(input: CommandInput<'meeting.transcribe'>): Promise<Transcript>
  /** Begins to read a file into a meeting; `kept` is called in the act of keeping it. */
  importFile(
    file: { readonly path: string; readonly title: string },
    kept: (meetingId: MeetingId) => void,
  ): Promise<MeetingRun>
  /** Fails, with what to do, where no file could become text. */
  mayImport(): Promise<void>
  /** Tells all meetings that run of something that is about none of them alone. */
  readonly warn: (warning: Warning) => void
  setLanguage(id: MeetingId, language: string): Promise<Meeting>
  readonly running: (id: MeetingId) => MeetingRun | null
  /** Whether no meeting runs. */
  readonly isIdle: () => boolean
  /** Meetings whose program died while they were live become `interrupted`; others are left alone. */
  readonly recover: () => Promise<void>
}

const stoppedAndKept = 'Stopped before the end. What was read so far is kept.'

/** Milliseconds a meeting gets to read its last words when the program is asked to end. */
const lastWordsMs = 3_000

export function meetingRuns(shared: Omit<Work, 'begun'>): MeetingRuns {
  const { parts } = shared
  const running = new Map<MeetingId, MeetingRun>()
  const work: Work = { ...shared, begun }

  function begun(run: MeetingRun): void {
    running.set(run.meetingId, run)
    void run.over.then(() => running.delete(run.meetingId))
  }

  function existing(id: MeetingId): Meeting {
    const meeting = parts.keeping.store.meetings.read(id)
    if (meeting) return meeting
    throw new AppError('not_found', `There is no meeting ${id}.`)
  }

  return {
    async start(input) {
      const settings = chosenSettings(parts.keeping.store.settings)
      const wishes = usualWishes(input, settings)
      const model = await chosenModel(parts, input.model, settings.speechModel)
      refuseLanguage(model, wishes.language)
      const { source: choice, title, vocabulary } = input
      const plan = { ...wishes, title, vocabulary, keeping: parts.keeping, choice, model } as const
      const run = await beginMeeting(work, { ...plan, style: 'live' })
      return run.meeting()
    },

    async stop(id) {
      const run = running.get(id)
      if (!run) {
        const meeting = existing(id)
        if (meeting.state === 'live') throw meetingBusy()
        return meeting
      }
      run.stop('asked')
      await run.over
      return run.meeting()
    },

    async finish(id, model) {
      const meeting = existing(id)
      if (meeting.state === 'done') return meeting
      if (meeting.state === 'live') throw meetingBusy()
      parts.recognizer.hurry()
      const run = await finishMeeting(work, meeting, model ?? meeting.model)
      const { failure } = await run.over
      if (failure) throw failure
      return run.meeting()
    },

    async transcribe(input) {
      const settings = chosenSettings(parts.keeping.store.settings)
      const model = await chosenModel(parts, input.model, settings.speechModel)
      const language = input.language ?? settings.spokenLanguage
      refuseLanguage(model, language)
      parts.recognizer.hurry()
      await parts.recognizer.load(model.path)
      await using scratch = input.keep ? null : await parts.openScratch()
      const keeping = scratch ?? parts.keeping
      const { path, channels, keep: _, ...wishes } = input
      const choice = { kind: 'file', path, pace: 'fast', channels } as const
      const whole = { style: 'final', stopAfterSilenceMs: null, finalPass: 'off' } as const
      const plan = { ...wishes, ...whole, language, keeping, choice, model }
      const run = await beginMeeting(work, plan)
      const { outcome, failure } = await run.over
      if (failure) throw failure
      if (outcome === 'interrupted')
        throw new AppError('cancelled', input.keep ? stoppedAndKept : 'Stopped before the end.')
      const transcript = await readTranscript(keeping, run.meetingId)
      if (transcript) return transcript
      throw new AppError('not_found', 'The meeting was deleted while it was read.')
    },

    async importFile({ path, title }, kept) {
      const { model, language } = await modelForImports(parts)
      await parts.recognizer.load(model.path)
      const choice = { kind: 'file', path, pace: 'fast', channels: 'mix' } as const
      const whole = { style: 'final', stopAfterSilenceMs: null, finalPass: 'off' } as const
      const wishes = { title, language, vocabulary: [], kept }
      return beginMeeting(work, { ...wishes, ...whole, keeping: parts.keeping, choice, model })
    },

    mayImport: async () => void (await modelForImports(parts)),

    warn(warning) {
      for (const meetingId of running.keys())
        work.tell({ type: 'meeting.warned', meetingId, ...warning })
    },

    async setLanguage(id, language) {
      const run = running.get(id)
      if (run) return run.setLanguage(language)
      if (existing(id).state === 'live') throw meetingBusy()
      throw new AppError('not_listening', 'This meeting is over, and its text is written.')
    },

    running: (id) => running.get(id) ?? null,
    isIdle: () => running.size === 0,

    async recover() {
      for (const id of parts.keeping.store.meetings.withState('live')) {
        if (running.has(id)) continue
        try {
          await recoverMeeting(parts, id)
        } catch (error) {
          // No single meeting may keep the program from starting: what can be read is shown, and the next
          // start tries again.
          if (error instanceof AppError)
            parts.log.warn('meeting.unrecovered', { meetingId: id, code: error.code })
          else parts.log.bug('meeting.unrecovered', error)
        }
      }
    },

    async [Symbol.asyncDispose]() {
      const runs = [...running.values()]
      for (const run of runs) run.stop('asked')
      const patience = new Promise<void>((resolve) => setTimeout(resolve, lastWordsMs).unref())
      await Promise.race([Promise.all(runs.map(({ over }) => over)), patience])
      for (const run of runs) run.leave()
      await Promise.all(runs.map(({ over }) => over))
    },
  }
}

/** What reads files that nobody said more about. */
async function modelForImports(parts: Parts) {
  const { speechModel, spokenLanguage } = chosenSettings(parts.keeping.store.settings)
  const model = await chosenModel(parts, null, speechModel)
  return { model, language: knowsLanguage(model, spokenLanguage) ? spokenLanguage : 'auto' }
}

async function recoverMeeting({ keeping, log }: Parts, id: MeetingId): Promise<void> {
  if (!existsSync(keeping.recordings.folderOf(id))) {
    // Without its recording a meeting still has its text: it is shown, and cannot be finished.
    keeping.store.meetings.setState(id, 'interrupted')
    return
  }
  using claim = keeping.claim(id)
  if (!claim) return
  await measure(keeping, id).catch((error: unknown) => {
    log.bug('recording.unreadable', error)
  })
  keeping.store.meetings.setState(id, 'interrupted')
  log.warn('meeting.recovered', { meetingId: id })
}

/** Notes how much was recorded; what a kill left behind is put right by opening it. */
async function measure({ store, recordings }: Keeping, id: MeetingId): Promise<void> {
  await using sound = await recordings.open(id)
  for (const name of sound.tracks) store.meetings.grow(id, name, sound.length(name))
}
