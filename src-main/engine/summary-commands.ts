/** What can be done with summaries. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { type MeetingId, SummaryId } from '#contract/ids.ts'
import type { Summary } from '#contract/summary.ts'
import { isUnfinished, type MeetingSummaries } from './meeting-summaries.ts'
import { usualTemplate } from './summary/templates.ts'
import type { WorldOfSummaries } from './write-summary.ts'

type SummaryCommand =
  | 'summary.read'
  | 'summary.list'
  | 'summary.write'
  | 'summary.cancel'
  | 'summary.edit'
  | 'summary.choose'

interface Options {
  readonly parts: WorldOfSummaries
  readonly tell: (event: EngineEvent) => void
  readonly summaries: MeetingSummaries
}

export function summaryCommands({
  parts: { keeping, clock, newId },
  tell,
  summaries,
}: Options): Pick<EngineApi, SummaryCommand> {
  const { store } = keeping

  function requireMeeting(id: MeetingId) {
    const meeting = store.meetings.read(id)
    if (meeting) return meeting
    throw new AppError('not_found', 'There is no such meeting.')
  }

  /** A person's act: it counts, and nothing that comes by itself takes its place. */
  function keep(summary: Omit<Summary, 'id' | 'revision' | 'outdated' | 'writtenAt'>): Summary {
    const writtenAt = new Date(clock.now()).toISOString()
    const id = SummaryId.parse(newId())
    const kept = store.summaries.add({ ...summary, id, writtenAt }, 'person')
    if (!kept) throw new Error('What a person wrote is always kept')
    tell({ type: 'summary.changed', summary: kept })
    return kept
  }

  return {
    async 'summary.read'({ meetingId }) {
      const meeting = requireMeeting(meetingId)
      const latest = store.summaries.latest(meetingId)?.summary ?? null
      if (latest && meeting.state === 'done' && isUnfinished(latest)) summaries.goOn(meetingId)
      return latest
    },
    async 'summary.list'({ meetingId }) {
      requireMeeting(meetingId)
      return store.summaries.ofMeeting(meetingId)
    },
    'summary.write': (input) => summaries.write(input),
    async 'summary.cancel'({ meetingId }) {
      await summaries.cancel(meetingId)
      return null
    },
    async 'summary.edit'({ meetingId, sections }) {
      const { language, state } = requireMeeting(meetingId)
      await summaries.cancel(meetingId)
      const known = store.summaries.latest(meetingId)?.summary
      return keep({
        meetingId,
        author: 'person',
        model: null,
        without: null,
        template: known?.template ?? usualTemplate,
        language: known?.language ?? language,
        state: state === 'live' ? 'growing' : 'final',
        title: known?.title ?? null,
        sections,
        dropped: 0,
      })
    },
    async 'summary.choose'({ meetingId, summaryId }) {
      requireMeeting(meetingId)
      const chosen = store.summaries.read(meetingId, summaryId)
      if (!chosen) throw new AppError('not_found', 'There is no such summary any more.')
      await summaries.cancel(meetingId)
      const { id: _, revision: __, outdated: ___, writtenAt: ____, ...same } = chosen
      return keep(same)
    },
  }
}
