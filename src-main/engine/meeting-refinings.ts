/** The meetings this program reads again: begun when a meeting is over, when asked, and gone on with after a kill. */
import { existsSync } from 'node:fs'
import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { Refining } from '#contract/refining.ts'
import { meetingBusy } from './finish-meeting.ts'
import type { Work } from './launch-meeting.ts'
import { type ChosenModel, chosenModel, knowsLanguage, refuseLanguage } from './model-choice.ts'
import { doneMs, refineMeeting, soundMs } from './refine-meeting.ts'
import { refiningParts } from './refining-parts.ts'
import { planMeans, shareFor } from './refining/plan-means.ts'
import { userTerms } from './vocabulary-commands.ts'
import { expectedTerms } from './vocabulary/expected-terms.ts'
import type { WantedRefining } from './store/refinings.ts'

export interface MeetingRefinings extends AsyncDisposable {
  /** Goes on with what is wanted of a meeting, if anything is. */
  begin(id: MeetingId): void
  /** Goes on with everything that was broken off. */
  resume(): void
  /** Reads it again, all of it; resolves when that is over. */
  refine(id: MeetingId, model: string | null): Promise<Refining>
  /** Ends it, and nobody wants it any more. */
  cancel(id: MeetingId): Promise<void>
  running(id: MeetingId): Refining | null
}

interface Run {
  readonly leaving: AbortController
  readonly over: Promise<Refining>
  now(): Refining
}

type Refined = Omit<Work, 'afterwards' | 'begun'>

export function meetingRefinings(work: Refined): MeetingRefinings {
  const { store } = work.parts.keeping
  const runs = new Map<MeetingId, Run>()

  function start(meeting: Meeting, named: string | null, wanted: WantedRefining): Run {
    const run = startRun(work, { meeting, named, wanted })
    runs.set(meeting.id, run)
    // Whoever asked hears of a failure; everybody else has the event.
    run.over.catch(() => {}).finally(() => runs.delete(meeting.id))
    return run
  }

  function begin(id: MeetingId): void {
    const wanted = store.refinings.read(id)
    const meeting = store.meetings.read(id)
    if (wanted && meeting?.state === 'done' && !runs.has(id)) start(meeting, null, wanted)
  }

  return {
    begin,
    resume() {
      for (const { meetingId } of store.refinings.all()) begin(meetingId)
    },
    async refine(id, named) {
      const meeting = store.meetings.read(id)
      if (!meeting) throw new AppError('not_found', 'There is no such meeting.')
      if (meeting.state !== 'done') throw notReadYet(meeting)
      const known = runs.get(id)
      if (known && (named === null || named === known.now().model)) return known.over
      if (known) throw new AppError('meeting_busy', 'This meeting is being read again already.')
      const model = await chosenModel(work.parts, named)
      const wanted = { meetingId: id, model: model.id, extent: 'whole' } as const
      return (runs.get(id) ?? start(meeting, model.id, { ...wanted, spentMs: 0 })).over
    },
    async cancel(id) {
      const run = runs.get(id)
      run?.leaving.abort(cancelled)
      await run?.over.catch(() => {})
      store.refinings.forget(id)
    },
    running: (id) => runs.get(id)?.now() ?? null,
    async [Symbol.asyncDispose]() {
      for (const { leaving } of runs.values()) leaving.abort(left)
      await Promise.allSettled([...runs.values()].map(({ over }) => over))
    },
  }
}

/** Why a reading ends early: somebody has enough of it, or the program ends and goes on with it later. */
const cancelled = new AppError('cancelled', 'Reading the meeting again was cancelled.')
const left = new AppError('cancelled', 'The program ends; the meeting is read again later.')

interface Wish {
  readonly meeting: Meeting
  readonly named: string | null
  readonly wanted: WantedRefining
}

function startRun(work: Refined, { meeting, named, wanted }: Wish): Run {
  const { parts, tell } = work
  const { store } = parts.keeping
  const { id: meetingId } = meeting
  const leaving = new AbortController()
  let now: Refining = { meetingId, model: wanted.model, state: 'running', doneMs: 0, totalMs: 0 }
  const show = (change: Partial<Refining>): Refining => {
    now = { ...now, ...change }
    tell({ type: 'refining.changed', refining: now })
    return now
  }

  async function run(): Promise<Refining> {
    try {
      const state = await readAgain(work, { meeting, named, wanted }, show, leaving.signal)
      store.refinings.forget(meetingId)
      return show({ state })
    } catch (error) {
      if (leaving.signal.reason === left) throw error
      // Told before anything else may fail: what was improved is kept, and nobody waits any more.
      const ended = show({ state: leaving.signal.aborted ? 'cancelled' : 'failed' })
      if (leaving.signal.aborted) return ended
      const code = error instanceof AppError ? error.code : 'internal'
      parts.log.warn('refining.failed', { meetingId, code })
      if (!(error instanceof AppError)) parts.log.bug('refining.failed', error)
      if (code !== 'meeting_busy') store.refinings.forget(meetingId)
      throw error
    }
  }

  show({})
  return { leaving, over: run(), now: () => now }
}

async function readAgain(
  work: Refined,
  { meeting, named, wanted }: Wish,
  show: (change: Partial<Refining>) => void,
  signal: AbortSignal,
): Promise<'done' | 'too_slow'> {
  const { keeping, recognizer, modelFiles } = work.parts
  const { id: meetingId, language } = meeting
  if (!existsSync(keeping.recordings.folderOf(meetingId)))
    throw new AppError('not_found', 'The recording of this meeting is gone, so it stays as it is.')
  using claim = keeping.claim(meetingId)
  if (!claim) throw meetingBusy()
  await using sound = await keeping.recordings.open(meetingId)
  const heardBy = await modelFiles.find(meeting.model)
  const best = await bestModel(work, meeting, named)
  const { backend } = await recognizer.load(best.path)
  signal.throwIfAborted()
  const { extent } = wanted
  const known = keeping.store.refinings.read(meetingId)
  if (known?.model !== best.id || known.extent !== extent)
    keeping.store.refinings.want({ meetingId, model: best.id, extent })
  const { meetings, settings } = keeping.store
  const vocabulary = expectedTerms(meetings.vocabulary(meetingId), () => userTerms(settings)).terms
  const refined = { meetingId, sound, language: () => language, vocabulary }
  const parts = refiningParts(work, keeping)
  const lengthMs = meeting.durationMs
  const allowedMs = shareFor(backend !== 'CPU') * lengthMs - wanted.spentMs
  const named_ = { modelId: best.id, modelPath: best.path }
  show({ model: best.id, doneMs: doneMs(parts, refined), totalMs: soundMs(refined) })
  // Awaited here, or the sound and the claim would be given up at once.
  return await refineMeeting(
    parts,
    refined,
    {
      means: planMeans(named_, heardBy && { modelId: heardBy.id, modelPath: heardBy.path }),
      budgetMs: extent === 'whole' ? null : allowedMs,
      progressed: ({ modelId }, ms) => show({ model: modelId, doneMs: ms }),
    },
    signal,
  )
}

/** The model named, or the best one here, unless it does not know the language: then the one that heard the meeting. */
async function bestModel(
  { parts }: Refined,
  { model, language }: Meeting,
  named: string | null,
): Promise<ChosenModel> {
  const best = await chosenModel(parts, named)
  if (named === null && !knowsLanguage(best, language)) return chosenModel(parts, model)
  refuseLanguage(best, language)
  return best
}

function notReadYet({ state }: Meeting): AppError {
  return state === 'live'
    ? new AppError('meeting_busy', 'This meeting is still being recorded. Stop it first.')
    : new AppError('meeting_busy', 'This meeting has sound without text. Finish it first.')
}
