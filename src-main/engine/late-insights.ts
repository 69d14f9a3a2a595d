/** Insights whose rules are loaded with the first text: their words and patterns take memory that an idle engine has no use for. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingInsights } from './meeting-insights.ts'
import { late } from './runtime/late.ts'

/** What there are insights of; everything else that is told concerns only meetings that are followed already. */
const begins: ReadonlySet<EngineEvent['type']> = new Set([
  'meeting.started',
  'segment.committed',
  'segments.revised',
  'speakers.changed',
  'refining.changed',
  'meeting.stopped',
])
const concerns: ReadonlySet<EngineEvent['type']> = new Set([
  ...begins,
  'meeting.changed',
  'meeting.deleted',
])

/** What is told while they are loaded is noted when they are there, in its order. */
export function lateInsights(
  load: () => Promise<MeetingInsights>,
  onBug: (error: unknown) => void,
): MeetingInsights {
  const told: EngineEvent[] = []
  let insights: MeetingInsights | null = null
  const loading = late(async () => {
    const loaded = await load()
    insights = loaded
    for (const event of told.splice(0)) loaded.note(event)
    return loaded
  })

  return {
    note(event) {
      if (insights) return insights.note(event)
      if (!concerns.has(event.type)) return
      if (!loading.begun() && !begins.has(event.type)) return
      told.push(event)
      loading.get().catch(onBug)
    },
    read: async (id) => (await loading.get()).read(id),
    refresh: async (id, model) => (await loading.get()).refresh(id, model),
    changed(before) {
      // Whoever changes one has read it before.
      if (insights) insights.changed(before)
      else loading.get().then((loaded) => loaded.changed(before), onBug)
    },
    async [Symbol.asyncDispose]() {
      const loaded = await loading.begun()
      await loaded?.[Symbol.asyncDispose]()
    },
  }
}
