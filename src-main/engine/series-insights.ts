/** What earlier meetings of the same series left. */
import type { MeetingId } from '#contract/ids.ts'
import type { CarriedOver, EarlierDecision } from '#contract/insight.ts'
import { carryOver, decisionsOf, type EarlierMeeting } from './insights/carry-over.ts'
import { seriesOf } from './language/series-of.ts'
import type { MeetingName } from './store/meetings.ts'
import type { Store } from './store/store.ts'

/** Oldest first. */
export function earlierDecisions(store: Store, meeting: MeetingName): EarlierDecision[] {
  return decisionsOf(withInsights(store, earlierInSeries(store, meeting)))
}

/** Earlier meetings of its series, the newest first. */
export function earlierInSeries({ meetings }: Store, meeting: MeetingName): MeetingName[] {
  const series = seriesOf(meeting.title)
  if (series === null) return []
  return meetings
    .names()
    .filter(
      ({ id, title, startedAt }) =>
        id !== meeting.id && startedAt < meeting.startedAt && seriesOf(title) === series,
    )
}

/** `of`: a meeting whose series is meant; null: all meetings, as far as they are understood. */
export function carriedOver(store: Store, of: MeetingName | null): CarriedOver {
  if (of) return carryOver(withInsights(store, earlierInSeries(store, of)))
  const found = [...store.insights.ofKind('action'), ...store.insights.ofKind('decision')]
  const byMeeting = Map.groupBy(found, ({ meetingId }) => meetingId)
  const insights = (id: MeetingId) => (byMeeting.get(id) ?? []).map(({ insight }) => insight)
  return carryOver(store.meetings.names().map((one) => describe(one, insights(one.id))))
}

function withInsights(store: Store, meetings: readonly MeetingName[]): EarlierMeeting[] {
  return meetings.map((meeting) => describe(meeting, store.insights.ofMeeting(meeting.id)))
}

function describe(meeting: MeetingName, insights: EarlierMeeting['insights']): EarlierMeeting {
  const { id, title, startedAt } = meeting
  return { meetingId: id, meetingTitle: title, startedAt, insights }
}
