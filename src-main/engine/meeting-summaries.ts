/** When summaries are written: while people talk, when a meeting is over, when its text changes, and when asked. */
import type { CommandInput } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Summary } from '#contract/summary.ts'
import { chosenLanguageModel, type LanguageChoice } from './language-choice.ts'
import type { NewSummary, StoredSummary, WantedBy } from './store/summaries.ts'
import { rememberTemplate } from './template-of-series.ts'
import { byModel, byRules, type Draft, draftOf, type SummaryParts } from './write-summary.ts'

export interface MeetingSummaries extends AsyncDisposable {
  /** Follows what is told of meetings. */
  heard(event: EngineEvent): void
  /** Writes one because somebody asks for it. */
  write(input: CommandInput<'summary.write'>): Promise<Summary>
  /** Ends the writing that is under way; what was there before counts. */
  cancel(meetingId: MeetingId): Promise<void>
  /** Goes on with one that a kill left growing. */
  goOn(meetingId: MeetingId): void
}

/** A growing summary is written anew after so much speech time. */
const growMs = 60_000
/** Text is changed in bursts: so long after the last change, a summary is made anew. */
const settleMs = 1_000

interface Run {
  readonly by: 'itself' | 'request'
  readonly leaving: AbortController
  readonly over: Promise<unknown>
}

interface Follow {
  run: Run | null
  /** Something changed while it was written. */
  again: boolean
  stopWaiting: () => void
  /** Text up to here is in the growing summary. */
  grownToMs: number
  /** The notes on which the growing summary rests. */
  notes: string
}

interface Options extends SummaryParts {
  readonly tell: (event: EngineEvent) => void
}

export function meetingSummaries({ tell, ...summaryParts }: Options): MeetingSummaries {
  const { parts } = summaryParts
  const { store } = parts.keeping
  const follows = new Map<MeetingId, Follow>()
  let isOver = false

  function follow(id: MeetingId): Follow {
    const known = follows.get(id)
    if (known) return known
    const fresh = { run: null, again: false, stopWaiting() {}, grownToMs: 0, notes: '' }
    follows.set(id, fresh)
    return fresh
  }

  function keep(summary: NewSummary, by: WantedBy): Summary | null {
    // Another program may have deleted the meeting while it was written.
    if (!store.meetings.read(summary.meetingId)) return null
    const kept = store.summaries.add(summary, by)
    if (kept) tell({ type: 'summary.changed', summary: kept })
    return kept
  }

  function begin<T>(id: MeetingId, by: Run['by'], work: (signal: AbortSignal) => Promise<T>) {
    const leaving = new AbortController()
    const over = work(leaving.signal)
    const state = follow(id)
    const run = { by, leaving, over }
    state.run = run
    const ended = (): void => {
      if (state.run === run) state.run = null
      if (state.again && !isOver) {
        state.again = false
        byItself(id)
      }
    }
    over.then(ended, ended)
    return over
  }

  function byItself(id: MeetingId): void {
    if (isOver || store.readOnly || !store.meetings.read(id)) return
    const state = follow(id)
    if (state.run) {
      state.again = true
      return
    }
    begin(id, 'itself', (signal) => rewrite(id, signal)).catch((error: unknown) => {
      if (!(error instanceof AppError)) parts.log.bug('summary.failed', error)
      else if (error.code !== 'cancelled')
        parts.log.warn('summary.failed', { meetingId: id, code: error.code })
    })
  }

  /** The rules' at once, then the model's in its place. */
  async function rewrite(id: MeetingId, signal: AbortSignal): Promise<void> {
    const latest = store.summaries.latest(id)
    if (latest?.wantedBy === 'person') return
    const draft = await draftOf(summaryParts, id, wishesOf(latest)).catch((error: unknown) => {
      // Its template is broken or gone meanwhile: a summary in the usual form is better than none.
      if (error instanceof AppError && error.code.startsWith('template_'))
        return draftOf(summaryParts, id, { template: 'general', language: null })
      throw error
    })
    const choice = await automaticChoice(latest)
    signal.throwIfAborted()
    if ('without' in choice) {
      keep(byRules(parts, draft, choice.without), 'nobody')
      return
    }
    if (draft.segments.length === 0) {
      keep(byRules(parts, draft, nothingSaid), 'nobody')
      return
    }
    const isModels = latest?.summary.author === 'model' && latest.summary.state === draft.state
    if (!isModels) keep(byRules(parts, draft, stillReading), 'nobody')
    try {
      const summary = await writeByModel(draft, choice, signal, draft.state === 'growing')
      if (summary) keep(summary, 'nobody')
    } catch (error) {
      if (signal.aborted || !(error instanceof AppError)) throw error
      // What the model wrote of an earlier text is more than rules would; it says that it is outdated.
      if (!isModels) keep(byRules(parts, draft, error.message), 'nobody')
    }
  }

  /** As it was asked for the last time, or as the settings say. */
  async function automaticChoice(latest: StoredSummary | null): Promise<LanguageChoice> {
    if (latest?.wantedBy === 'request') {
      const { author, model, without } = latest.summary
      if (author === 'rules' && without) return { without }
      const here = await chosenLanguageModel(parts, 'language', model).catch(() => null)
      if (here) return here
    }
    return chosenLanguageModel(parts, 'language', null)
  }

  async function writeByModel(
    draft: Draft,
    model: Exclude<LanguageChoice, { readonly without: string }>,
    signal: AbortSignal,
    growing: boolean,
  ): Promise<NewSummary | null> {
    const { id: meetingId } = draft.meeting
    const state = follow(meetingId)
    const written = await byModel(parts, draft, {
      model,
      signal,
      growing,
      progressed: (share, lines) =>
        tell({ type: 'summary.progressed', meetingId, share, draft: lines.join('\n') }),
      isWritten: (fingerprints) => fingerprints.join(' ') === state.notes,
    })
    if (written) state.notes = written.fingerprints.join(' ')
    return written?.summary ?? null
  }

  async function asked(
    input: CommandInput<'summary.write'>,
    signal: AbortSignal,
  ): Promise<Summary> {
    const draft = await draftOf(summaryParts, input.meetingId, input)
    const choice = await chosenLanguageModel(parts, 'language', input.model)
    signal.throwIfAborted()
    if (input.template !== null)
      rememberTemplate(store.settings, draft.meeting.title, draft.templateId)
    follow(input.meetingId).notes = ''
    const summary = keep(await askedSummary(draft, choice, signal), 'request')
    if (summary) return summary
    throw new AppError('not_found', 'The meeting was deleted while its summary was written.')
  }

  async function askedSummary(
    draft: Draft,
    choice: LanguageChoice,
    signal: AbortSignal,
  ): Promise<NewSummary> {
    if ('without' in choice) return byRules(parts, draft, choice.without)
    try {
      const summary = await writeByModel(draft, choice, signal, false)
      return summary ?? byRules(parts, draft, nothingSaid)
    } catch (error) {
      if (signal.aborted || !(error instanceof AppError)) throw error
      return byRules(parts, draft, error.message)
    }
  }

  async function leave(id: MeetingId): Promise<void> {
    const state = follows.get(id)
    if (!state) return
    state.stopWaiting()
    state.again = false
    state.run?.leaving.abort(cancelled())
    await state.run?.over.catch(() => {})
  }

  /** After the last of some changes. */
  function soon(id: MeetingId): void {
    const state = follow(id)
    state.stopWaiting()
    state.stopWaiting = parts.clock.later(settleMs, () => byItself(id))
  }

  function textChanged(id: MeetingId): void {
    // While people talk it grows anyway.
    if (store.meetings.read(id)?.state === 'live') return
    const outdated = store.summaries.outdate(id)
    if (outdated) tell({ type: 'summary.changed', summary: outdated })
    if (store.summaries.latest(id)) soon(id)
  }

  function insightsChanged(id: MeetingId): void {
    const latest = store.summaries.latest(id)
    const isOver = store.meetings.read(id)?.state !== 'live'
    if (isOver && latest?.summary.author === 'rules' && latest.wantedBy !== 'person') soon(id)
  }

  return {
    heard(event) {
      if (store.readOnly || isOver) return
      switch (event.type) {
        case 'segment.committed': {
          const state = follow(event.meetingId)
          if (event.open || event.segment.endMs - state.grownToMs < growMs) return
          if (store.meetings.read(event.meetingId)?.state !== 'live') return
          state.grownToMs = event.segment.endMs
          return byItself(event.meetingId)
        }
        case 'meeting.stopped': {
          // What grows is overtaken by the end; what somebody asked for is not.
          const { run } = follow(event.meeting.id)
          if (run?.by === 'itself') run.leaving.abort(cancelled())
          return byItself(event.meeting.id)
        }
        case 'segments.revised':
        case 'speakers.changed':
          return textChanged(event.meetingId)
        case 'insights.changed':
          return insightsChanged(event.meetingId)
        case 'meeting.deleted':
          void leave(event.meetingId).then(() => follows.delete(event.meetingId))
          return
        default:
      }
    },
    async write(input) {
      const busy = (): boolean => follow(input.meetingId).run?.by === 'request'
      if (!busy()) await leave(input.meetingId)
      if (busy())
        throw new AppError('meeting_busy', 'A summary of this meeting is being written already.')
      return begin(input.meetingId, 'request', (signal) => asked(input, signal))
    },
    async cancel(id) {
      await leave(id)
      const latest = store.summaries.latest(id)
      if (latest?.wantedBy !== 'nobody' || !isStillRead(latest.summary)) return
      keep({ ...latest.summary, without: 'The language model was stopped.' }, 'nobody')
    },
    goOn(id) {
      if (!follow(id).run) byItself(id)
    },
    async [Symbol.asyncDispose]() {
      isOver = true
      await Promise.all([...follows.keys()].map(leave))
    },
  }
}

/** The form and the language of the one before; what was not known then is asked again. */
function wishesOf(latest: StoredSummary | null) {
  if (!latest) return { template: null, language: null }
  const { template, language } = latest.summary
  return { template, language: language === 'auto' ? null : language }
}

/** A kill, or the end of the program, left it before it was what it should be. */
export function isUnfinished(summary: Summary): boolean {
  return summary.state === 'growing' || isStillRead(summary)
}

function isStillRead({ without }: Summary): boolean {
  return without?.startsWith(stillReading) ?? false
}

const stillReading = 'The language model is still reading this meeting.'
const nothingSaid = 'Nothing was said that a language model could read.'
const cancelled = (): AppError =>
  new AppError('cancelled', 'Writing the summary was cancelled. What was there before counts.')
