/** Insights of meetings over a real store, with a small floor, a scripted language model and a clock that a test turns. */
import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Insight, Insights } from '#contract/insight.ts'
import type { Segment } from '#contract/transcript.ts'
import { honest, type Script, scriptedLanguageModel } from './scripted-language-model.ts'
import { insightCommands } from '#engine/insight-commands.ts'
import type { Finding, FindInsights } from '#engine/insights/finding.ts'
import type { LanguageChoice } from '#engine/language-choice.ts'
import type { InsightWork } from '#engine/insight-work.ts'
import { meetingInsights } from '#engine/meeting-insights.ts'
import { begin, upTo } from '#engine/store/fixtures/spoken.ts'
import type { Store } from '#engine/store/store.ts'
import { openStore } from '#engine/store/store.sqlite.ts'

/** A floor that takes a sentence with "will" for an action and one with "decided" or "instead" for a decision. */
const findInsights: FindInsights = ({ segments }) =>
  segments.flatMap(({ id, startMs, endMs, text }): Finding[] => {
    const common = { text, citations: [{ segmentId: id, startMs, endMs }] }
    if (/\b(decided|instead)\b/.test(text)) return [{ kind: 'decision', ...common, changes: null }]
    if (!/\bwill\b/.test(text)) return []
    return [{ kind: 'action', ...common, owner: null, due: null, done: false }]
  })

const without: LanguageChoice = { without: 'There is no language model here.' }
export const withModel: LanguageChoice = { id: 'tiny', path: 'tiny.gguf' }

interface Wishes {
  readonly store?: Store
  readonly choice?: LanguageChoice
  readonly script?: Script
}

export function followedMeetings({
  store = openStore(':memory:'),
  choice = without,
  script = honest,
}: Wishes = {}) {
  const events: EngineEvent[] = []
  const due: Array<() => void> = []
  const waitsMs: number[] = []
  let nowMs = 0
  const languageModel = scriptedLanguageModel(script)
  const parts = {
    keeping: { store },
    languageModel,
    newId: randomUUID,
    log: {
      info() {},
      warn() {},
      bug(_: string, error: unknown) {
        throw error
      },
    },
    clock: {
      now: () => nowMs,
      every: () => () => {},
      later(ms: number, work: () => void) {
        waitsMs.push(ms)
        due.push(work)
        return () => void due.splice(due.indexOf(work), 1)
      },
    },
  }
  const work: InsightWork = {
    parts: parts as unknown as InsightWork['parts'],
    tell: (event) => events.push(event),
    createFindInsights: () => findInsights,
    choose: async (named) => (named === 'none' ? { without: 'None was asked.' } : choice),
    resolveDue: () => () => null,
  }
  const insights = meetingInsights(work)
  onTestFinished(() => insights[Symbol.asyncDispose]())
  const api = insightCommands(work, insights)

  function start(title?: string, startedAtMs?: number): MeetingId {
    const id = begin(store, title, startedAtMs)
    const meeting = store.meetings.read(id)
    if (meeting) insights.note({ type: 'meeting.started', meeting })
    return id
  }
  function say(meetingId: MeetingId, segment: Segment, open = false): Segment {
    store.segments.commit(meetingId, [segment], upTo(0))
    insights.note({ type: 'segment.committed', meetingId, segment, open })
    return segment
  }
  function stop(id: MeetingId): void {
    store.meetings.setState(id, 'done')
    const meeting = store.meetings.read(id)
    if (meeting) insights.note({ type: 'meeting.stopped', meeting, reason: 'asked' })
  }
  function edit(meetingId: MeetingId, segment: Segment, text: string): void {
    const changed = { ...segment, text }
    store.segments.write(meetingId, changed, 0)
    const { track } = segment
    insights.note({ type: 'segments.revised', meetingId, track, removed: [], segments: [changed] })
  }
  const tick = (ms = 1000): void => {
    nowMs += ms
    for (const task of due.splice(0)) task()
  }
  const read = (meetingId: MeetingId): Promise<Insights> => api['insights.read']({ meetingId })
  /** The clock is set to another time; nothing has happened. */
  const setClock = (ms: number): void => void (nowMs = ms)
  return {
    api,
    insights,
    store,
    events,
    due,
    waitsMs,
    setClock,
    languageModel,
    start,
    say,
    stop,
    edit,
    tick,
    read,
  }
}

/** What a face knows that heard everything. */
export function panel(events: readonly EngineEvent[]): Insight[] {
  const shown = new Map<string, Insight>()
  for (const event of events) {
    if (event.type !== 'insights.changed') continue
    for (const id of event.removed) shown.delete(id)
    for (const insight of event.insights) shown.set(insight.id, insight)
  }
  return [...shown.values()]
}

export const textsOf = (insights: readonly Insight[]) =>
  insights.map((insight) => ('text' in insight ? insight.text : insight.kind))
