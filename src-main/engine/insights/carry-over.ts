/** What earlier meetings left: actions that are not done, and decisions that nothing has changed since. */
import type { InsightId, MeetingId } from '#contract/ids.ts'
import type { CarriedOver, EarlierDecision, Insight } from '#contract/insight.ts'

export interface EarlierMeeting {
  readonly meetingId: MeetingId
  readonly meetingTitle: string
  readonly startedAt: string
  readonly insights: readonly Insight[]
}

/** `meetings`: the newest first; each in the order in which it was said. */
export function carryOver(meetings: readonly EarlierMeeting[]): CarriedOver {
  const changed = new Set<InsightId>()
  for (const { insights } of meetings)
    for (const insight of insights)
      if (insight.kind === 'decision' && insight.changes) changed.add(insight.changes.insightId)
  const all = meetings.flatMap(({ insights, ...meeting }) =>
    insights.map((insight) => ({ ...meeting, insight })),
  )
  return {
    actions: all.flatMap(({ insight, ...meeting }) =>
      insight.kind === 'action' && !insight.done ? [{ ...meeting, insight }] : [],
    ),
    decisions: all.flatMap(({ insight, ...meeting }) =>
      insight.kind === 'decision' && !changed.has(insight.id) ? [{ ...meeting, insight }] : [],
    ),
  }
}

/** The decisions of these meetings, oldest first. */
export function decisionsOf(meetings: readonly EarlierMeeting[]): EarlierDecision[] {
  return meetings
    .toReversed()
    .flatMap(({ insights, meetingId, meetingTitle, startedAt }) =>
      insights.flatMap((insight) =>
        insight.kind === 'decision'
          ? [{ meetingId, insightId: insight.id, meetingTitle, startedAt, text: insight.text }]
          : [],
      ),
    )
}
