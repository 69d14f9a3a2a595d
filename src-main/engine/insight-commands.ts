/** What people may ask about what matters in their meetings, and change of it. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { InsightId, MeetingId } from '#contract/ids.ts'
import type { InsightChange } from '#contract/insight.ts'
import { type KnownInsight, shown, writable } from './evidence/known-insight.ts'
import type { InsightWork } from './insight-work.ts'
import type { MeetingInsights } from './meeting-insights.ts'
import { carriedOver, earlierInSeries } from './series-insights.ts'

type InsightCommand =
  | 'insights.read'
  | 'insights.refresh'
  | 'insights.carried'
  | 'insight.edit'
  | 'insight.dismiss'

export function insightCommands(
  { parts }: Pick<InsightWork, 'parts'>,
  insights: MeetingInsights,
): Pick<EngineApi, InsightCommand> {
  const { store } = parts.keeping

  /** Another program may do the same at this moment, so it is read and written in one. */
  async function change(
    meetingId: MeetingId,
    insightId: InsightId,
    changed: (known: KnownInsight) => KnownInsight,
  ): Promise<KnownInsight> {
    const before = await insights.read(meetingId)
    const written = store.transaction(() => {
      const known = store.insights.known(meetingId).find(({ found }) => found.id === insightId)
      if (!known || known.dismissed)
        throw new AppError('not_found', 'This is not there any more. Look at the meeting again.')
      const now = changed(known)
      store.insights.write(now)
      return now
    })
    insights.changed(before)
    return written
  }

  return {
    'insights.read': ({ meetingId }) => insights.read(meetingId),
    'insights.refresh': ({ meetingId, model }) => insights.refresh(meetingId, model),
    async 'insights.carried'({ meetingId }) {
      if (meetingId === null) return carriedOver(store, null)
      const meeting = store.meetings.read(meetingId)
      if (!meeting) throw new AppError('not_found', 'There is no such meeting.')
      for (const { id } of earlierInSeries(store, meeting)) await insights.read(id)
      return carriedOver(store, meeting)
    },
    async 'insight.edit'({ meetingId, insightId, change: wish }) {
      return shown(await change(meetingId, insightId, (known) => edited(known, wish)))
    },
    async 'insight.dismiss'({ meetingId, insightId }) {
      await change(meetingId, insightId, (known) => ({ ...known, dismissed: true }))
      return null
    },
  }
}

function edited(known: KnownInsight, wish: InsightChange): KnownInsight {
  const allowed: readonly string[] = writable[known.found.kind]
  const given = Object.entries(wish).filter(([, value]) => value !== undefined)
  const wrong = given.find(([field]) => !allowed.includes(field))
  if (wrong)
    throw new AppError('invalid_input', `This kind of insight has no ${wrong[0]} to be changed.`)
  return { ...known, written: { ...known.written, ...Object.fromEntries(given) } }
}
