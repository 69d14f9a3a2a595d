/** What is understood of meetings: live while people talk, again whenever their text changes, and when somebody asks. */
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Insights } from '#contract/insight.ts'
import type { InsightWork } from './insight-work.ts'
import type { LanguageChoice } from './language-choice.ts'
import { noteAnew, noteByModel } from './note-by-model.ts'
import { type Noted, understandText } from './understand-text.ts'
import { followedMeeting, type FollowedMeeting } from './followed-meeting.ts'

export interface MeetingInsights extends AsyncDisposable {
  /** Follows what is told of meetings. */
  readonly note: (event: EngineEvent) => void
  read(id: MeetingId): Promise<Insights>
  /** By the model named, or the chosen one; answers when it has read everything. */
  refresh(id: MeetingId, model: string | null): Promise<Insights>
  /** A person has changed what was known of it until then. */
  changed(before: Insights): void
}

/** From one run to the next, in milliseconds; a run that takes long is followed by a longer rest. */
const restMs = 500
const restShare = 4
/** No run takes so long; what does is a clock that was set. */
const longestRestMs = 30_000
/** Closed text that a language model is asked about while a meeting goes on, in milliseconds of sound. */
const portionMs = 60_000

const notAskedYet = 'The language model has not read this meeting yet.'

export function meetingInsights(work: InsightWork): MeetingInsights {
  const { parts } = work
  const { store } = parts.keeping
  const followed = new Map<MeetingId, FollowedMeeting>()
  const jobs = new Set<Promise<unknown>>()

  function follow(id: MeetingId): FollowedMeeting | null {
    const known = followed.get(id)
    if (known) return known
    // What is kept nowhere for long is not understood either.
    if (!store.meetings.read(id)) return null
    const meeting = followedMeeting(store, id, work.createFindInsights())
    followed.set(id, meeting)
    return meeting
  }

  function run(meeting: FollowedMeeting, noted: Noted | null = null): Insights | null {
    meeting.cancelRun()
    const from = parts.clock.now()
    const insights = understandText(work, meeting, noted)
    const to = parts.clock.now()
    meeting.nextRunAtMs = to + Math.max(restMs, restShare * (to - from))
    leave(meeting)
    return insights
  }

  /** Nobody follows a meeting any more whose text is final and read. */
  function leave(meeting: FollowedMeeting): void {
    const isBusy = meeting.live || meeting.refining || meeting.job || meeting.isDue()
    if (isBusy || meeting.unkept) return
    if (followed.get(meeting.id) === meeting) followed.delete(meeting.id)
  }

  function changed(meeting: FollowedMeeting): void {
    meeting.stale = true
    if (meeting.isDue()) return
    const inMs = Math.min(Math.max(0, meeting.nextRunAtMs - parts.clock.now()), longestRestMs)
    meeting.runLater(
      parts.clock.later(inMs, () =>
        guarded(() => {
          run(meeting)
          readOn(meeting)
        }),
      ),
    )
  }

  /** Asks the language model about a minute that has come, or about what was changed of a meeting that it has read. */
  function readOn(meeting: FollowedMeeting): void {
    if (meeting.refining || meeting.modelFailed) return
    const isDue = meeting.live
      ? meeting.sinceAskedMs() >= portionMs
      : readByModel(meeting) && meeting.changedSinceAsked()
    if (isDue) void begin(meeting, null, false)
  }

  function guarded(task: () => void): void {
    try {
      task()
    } catch (error) {
      // The store may be busy or full just now; what is missing is understood with the next change, or when it is read.
      const code = error instanceof AppError ? error.code : 'internal'
      parts.log.warn('insights.failed', { code })
      if (!(error instanceof AppError)) parts.log.bug('insights.failed', error)
    }
  }

  /** Lets the language model read what it has not read; one job of a meeting at a time. */
  function begin(meeting: FollowedMeeting, named: string | null, whole: boolean): Promise<void> {
    if (meeting.job) return meeting.job
    meeting.asked()
    const job = chooseAndNote(meeting, named, whole).finally(() => {
      meeting.job = null
      jobs.delete(job)
      guarded(() => {
        if (!meeting.leaving.signal.aborted) readOn(meeting)
        leave(meeting)
      })
    })
    meeting.job = job
    jobs.add(job)
    // Whoever asked hears of it; what people see says why there is no model.
    job.catch(() => {})
    return job
  }

  async function chooseAndNote(
    meeting: FollowedMeeting,
    named: string | null,
    whole: boolean,
  ): Promise<void> {
    const choice = await work.choose(named)
    if (whole && 'without' in choice)
      run(meeting, { model: null, without: choice.without, findings: [], read: 'all' })
    else if (!readByModel(meeting)) run(meeting, { without: reason(choice) })
    if ('without' in choice) return
    if (whole) meeting.forgetModel()
    const noting = whole ? noteAnew : noteByModel
    await noting(work, meeting, choice, (noted) => run(meeting, noted))
  }

  function note(event: EngineEvent): void {
    switch (event.type) {
      case 'meeting.started': {
        const meeting = follow(event.meeting.id)
        if (meeting) meeting.live = true
        return
      }
      case 'segment.committed':
        return withMeeting(event.meetingId, (meeting) => {
          meeting.committed(event.segment, event.open)
          changed(meeting)
        })
      case 'segments.revised':
        return withMeeting(event.meetingId, (meeting) => {
          meeting.revised(event.removed, event.segments)
          changed(meeting)
        })
      case 'speakers.changed':
        return withMeeting(event.meetingId, (meeting) => {
          for (const { speaker, segmentIds } of event.changes) meeting.named(speaker, segmentIds)
          changed(meeting)
        })
      case 'meeting.changed': {
        const meeting = followed.get(event.meeting.id)
        if (meeting?.changed(event.meeting)) changed(meeting)
        return
      }
      case 'refining.changed':
        return withMeeting(event.refining.meetingId, (meeting) => {
          meeting.refining = event.refining.state === 'running'
          if (meeting.refining) return
          run(meeting)
          readOn(meeting)
        })
      case 'meeting.stopped':
        return withMeeting(event.meeting.id, (meeting) => {
          meeting.over()
          run(meeting)
          void begin(meeting, null, false)
        })
      case 'meeting.deleted':
        followed.get(event.meetingId)?.end()
        followed.delete(event.meetingId)
        return
      default:
    }
  }

  function withMeeting(id: MeetingId, task: (meeting: FollowedMeeting) => void): void {
    const meeting = follow(id)
    if (meeting) task(meeting)
  }

  function existing(id: MeetingId): FollowedMeeting {
    const meeting = follow(id)
    if (!meeting) throw new AppError('not_found', 'There is no such meeting.')
    return meeting
  }

  /** What is kept, where it is of the text that is there now. */
  function kept(id: MeetingId): Insights | null {
    const understood = store.insights.understanding(id)
    const live = store.meetings.read(id)?.state === 'live'
    if (!understood || (!live && understood.textDigest !== store.insights.textDigest(id)))
      return null
    const { textDigest: _, ...understanding } = understood
    return { meetingId: id, understanding, insights: store.insights.ofMeeting(id) }
  }

  function now(id: MeetingId): Insights {
    const meeting = followed.get(id)
    const current = meeting && (meeting.stale ? run(meeting) : meeting.last)
    const insights = current ?? kept(id) ?? run(existing(id))
    if (!insights) throw new AppError('not_found', 'There is no such meeting.')
    return insights
  }

  return {
    note: (event) => guarded(() => note(event)),
    async read(id) {
      const insights = now(id)
      if (insights.understanding.model || insights.understanding.without) return insights
      const choice = await work.choose(null)
      const without = reason(choice)
      return { ...insights, understanding: { ...insights.understanding, without } }
    },
    async refresh(id, named) {
      const meeting = existing(id)
      await meeting.endJob()
      await begin(meeting, named, true)
      return now(id)
    },
    changed: (before) =>
      guarded(() => {
        const meeting = existing(before.meetingId)
        meeting.last ??= before
        run(meeting)
      }),
    async [Symbol.asyncDispose]() {
      for (const meeting of followed.values()) {
        if (meeting.stale) guarded(() => run(meeting))
        meeting.end()
      }
      await Promise.allSettled(jobs)
      followed.clear()
    },
  }
}

function readByModel({ last }: FollowedMeeting): boolean {
  return last !== null && last.understanding.model !== null
}

function reason(choice: LanguageChoice): string {
  return 'without' in choice ? choice.without : notAskedYet
}
