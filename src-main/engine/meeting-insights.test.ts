import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Insight, Insights } from '#contract/insight.ts'
import type { Segment } from '#contract/transcript.ts'
import {
  honest,
  lying,
  numberedLines,
  type Script,
  scriptedLanguageModel,
} from '../testing/scripted-language-model.ts'
import { insightCommands } from './insight-commands.ts'
import type { Finding, FindInsights } from './insights/finding.ts'
import type { LanguageChoice } from './language-choice.ts'
import { type InsightWork, meetingInsights } from './meeting-insights.ts'
import { begin, spoken, upTo } from './store/fixtures/spoken.ts'
import type { Store } from './store/store.ts'
import { openStore } from './store/store.sqlite.ts'

/** A floor that takes a sentence with "will" for an action and one with "decided" or "instead" for a decision. */
const findInsights: FindInsights = ({ segments }) =>
  segments.flatMap(({ id, startMs, endMs, text }): Finding[] => {
    const common = { text, citations: [{ segmentId: id, startMs, endMs }] }
    if (/\b(decided|instead)\b/.test(text)) return [{ kind: 'decision', ...common, changes: null }]
    if (!/\bwill\b/.test(text)) return []
    return [{ kind: 'action', ...common, owner: null, due: null, done: false }]
  })

const without: LanguageChoice = { without: 'There is no language model here.' }
const withModel: LanguageChoice = { id: 'tiny', path: 'tiny.gguf' }

interface Wishes {
  readonly store?: Store
  readonly choice?: LanguageChoice
  readonly script?: Script
}

function setUp({ store = openStore(':memory:'), choice = without, script = honest }: Wishes = {}) {
  const events: EngineEvent[] = []
  const due: Array<() => void> = []
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
      later(_: number, work: () => void) {
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
  return { api, insights, store, events, due, languageModel, start, say, stop, edit, tick, read }
}

/** What a face knows that heard everything. */
function panel(events: readonly EngineEvent[]): Insight[] {
  const shown = new Map<string, Insight>()
  for (const event of events) {
    if (event.type !== 'insights.changed') continue
    for (const id of event.removed) shown.delete(id)
    for (const insight of event.insights) shown.set(insight.id, insight)
  }
  return [...shown.values()]
}

const textsOf = (insights: readonly Insight[]) =>
  insights.map((insight) => ('text' in insight ? insight.text : insight.kind))

describe('a live meeting', () => {
  it('tells what matters as it is said, and keeps what it told', async () => {
    const { start, say, tick, events, store, stop, read } = setUp()
    const id = start()
    say(id, spoken(0, 'Anna will send the report.'))
    tick()
    expect(textsOf(panel(events))).toEqual(['Anna will send the report.'])
    say(id, spoken(2, 'We decided to ship.'))
    stop(id)
    const { insights, understanding } = await read(id)
    expect(panel(events)).toEqual(expect.arrayContaining([...insights]))
    expect(store.insights.ofMeeting(id)).toEqual(insights)
    expect(understanding).toMatchObject({ model: null, readMs: 3000 })
    await expect.poll(() => store.insights.understanding(id)?.without).toMatch(/no language model/)
  })

  it('looks once for many changes, and rests in between', () => {
    const { start, say, tick, events, due } = setUp()
    const id = start()
    for (let second = 0; second < 9; second += 1) say(id, spoken(second, `Anna will do ${second}.`))
    expect(due).toHaveLength(1)
    tick()
    expect(events.filter(({ type }) => type === 'insights.changed')).toHaveLength(1)
  })

  it('keeps the id of a sentence that grows', () => {
    const { start, say, tick, events } = setUp()
    const id = start()
    const first = spoken(0, 'Anna will')
    say(id, first, true)
    tick()
    const [before] = panel(events)
    say(id, { ...first, text: 'Anna will send the report.', endMs: 2000 })
    tick()
    expect(panel(events)).toMatchObject([{ id: before?.id, text: 'Anna will send the report.' }])
  })
})

describe('what a person did', () => {
  it('flows, stays through corrections and a restart, and is told', async () => {
    const { api, start, say, stop, edit, tick, events, store, read } = setUp()
    const meetingId = start()
    const segment = say(meetingId, spoken(0, 'Anna will sent the report.'))
    const other = say(meetingId, spoken(2, 'Marco will call.'))
    stop(meetingId)
    const [report, call] = (await read(meetingId)).insights
    if (!report || !call) throw new Error('nothing found')
    const change = { owner: 'Anna', done: true }
    const edited = await api['insight.edit']({ meetingId, insightId: report.id, change })
    expect(edited).toMatchObject({ author: 'person', ...change })
    expect(await api['insight.dismiss']({ meetingId, insightId: call.id })).toBeNull()
    edit(meetingId, segment, 'Anna will send the report.')
    edit(meetingId, other, 'Marco will call you.')
    tick()
    const after = [{ id: report.id, ...change, text: 'Anna will send the report.' }]
    expect((await read(meetingId)).insights).toMatchObject(after)
    expect(panel(events)).toMatchObject(after)
    const again = setUp({ store })
    expect((await again.read(meetingId)).insights).toMatchObject(after)
    expect(
      (await again.api['insights.refresh']({ meetingId, model: 'none' })).insights,
    ).toMatchObject(after)
  })

  it('is refused where there is nothing of that kind, or not any more', async () => {
    const { api, start, say, stop, read } = setUp()
    const meetingId = start()
    say(meetingId, spoken(0, 'We decided to ship.'))
    stop(meetingId)
    const insightId = (await read(meetingId)).insights[0]?.id
    if (!insightId) throw new Error('nothing found')
    const change = { done: true }
    await expect(api['insight.edit']({ meetingId, insightId, change })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await api['insight.dismiss']({ meetingId, insightId })
    await expect(api['insight.dismiss']({ meetingId, insightId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a meeting that nobody followed', () => {
  it('is understood when it is read, once', async () => {
    const { store, read, events } = setUp()
    const id = begin(store)
    store.segments.commit(id, [spoken(0, 'Anna will send it.')], upTo(0))
    store.meetings.setState(id, 'done')
    const first = await read(id)
    expect(textsOf(first.insights)).toEqual(['Anna will send it.'])
    const told = events.length
    expect((await read(id)).insights).toEqual(first.insights)
    expect(events).toHaveLength(told)
  })

  it('is understood anew when another program has changed its text', async () => {
    const { store, read, start, say, stop } = setUp()
    const id = start()
    const segment = say(id, spoken(0, 'Anna will send it.'))
    stop(id)
    const before = await read(id)
    await expect.poll(() => store.insights.understanding(id)?.without).toBeTruthy()
    store.segments.write(id, { ...segment, text: 'Anna will send it on Monday.' }, 0)
    const after = await read(id)
    expect(textsOf(after.insights)).toEqual(['Anna will send it on Monday.'])
    expect(after.insights[0]?.id).toBe(before.insights[0]?.id)
  })

  it('leaves nothing when it is deleted', async () => {
    const { store, start, say, stop, insights } = setUp()
    const id = start()
    say(id, spoken(0, 'Anna will send it.'))
    stop(id)
    store.meetings.delete(id)
    insights.note({ type: 'meeting.deleted', meetingId: id })
    expect(store.insights.known(id)).toEqual([])
    expect(store.insights.ofKind('action')).toEqual([])
  })
})

describe('with a language model', () => {
  const noting: Script = ({ prompt }) => {
    const lines = numberedLines(prompt).filter(({ text }) => text.includes('report'))
    const actions = lines.map(({ number }) => {
      return { text: 'Send the report', owner: 'Anna', due: null, lines: [number] }
    })
    return { actions, decisions: [], questions: [] }
  }

  it('what it noted takes the place of what rules found there, under the same id, and nothing else goes', async () => {
    const { start, say, stop, read, events, store } = setUp({ choice: withModel, script: noting })
    const id = start()
    say(id, spoken(0, 'Anna will send the report.'))
    say(id, spoken(2, 'Marco will call the bank.'))
    stop(id)
    const before = panel(events).find((one) => 'text' in one && one.text.includes('report'))
    await expect.poll(() => store.insights.understanding(id)?.model).toBe('tiny')
    const { insights, understanding } = await read(id)
    expect(insights).toMatchObject([
      { id: before?.id, author: 'model', text: 'Send the report', owner: 'Anna' },
      { author: 'rules', text: 'Marco will call the bank.' },
    ])
    expect(understanding).toMatchObject({ model: 'tiny', without: null, dropped: 0 })
  })

  it('loses what a corrected text does not bear out any more', async () => {
    const { start, say, stop, edit, tick, read, store } = setUp({
      choice: withModel,
      script: noting,
    })
    const id = start()
    const segment = say(id, spoken(0, 'Anna will send the report.'))
    stop(id)
    await expect.poll(() => store.insights.understanding(id)?.model).toBe('tiny')
    edit(id, segment, 'Hanna will send the report.')
    tick()
    expect((await read(id)).insights).toMatchObject([{ text: 'Send the report', owner: null }])
  })

  it('shows nothing that a lying one says, and counts it', async () => {
    const { start, say, stop, read, store } = setUp({ choice: withModel, script: lying })
    const id = start()
    say(id, spoken(0, 'Anna will send the report.'))
    stop(id)
    await expect.poll(() => store.insights.understanding(id)?.model).toBe('tiny')
    const { insights, understanding } = await read(id)
    expect(insights).toMatchObject([{ author: 'rules', text: 'Anna will send the report.' }])
    expect(understanding.dropped).toBeGreaterThan(0)
  })

  it('says why when it fails, and the rules go on', async () => {
    const script: Script = () => {
      throw new AppError('worker_crashed', 'The language model stopped working.')
    }
    const { start, say, stop, store, read, api } = setUp({ choice: withModel, script })
    const meetingId = start()
    say(meetingId, spoken(0, 'Anna will send the report.'))
    stop(meetingId)
    const why = 'The language model stopped working.'
    await expect.poll(() => store.insights.understanding(meetingId)?.without).toBe(why)
    expect((await read(meetingId)).insights).toMatchObject([{ author: 'rules' }])
    const refreshed = await api['insights.refresh']({ meetingId, model: null })
    expect(refreshed).toMatchObject({ understanding: { model: null, without: why } })
  })

  it('is done without when that is asked for', async () => {
    const { start, say, stop, store, api } = setUp({ choice: withModel, script: noting })
    const meetingId = start()
    say(meetingId, spoken(0, 'Anna will send the report.'))
    stop(meetingId)
    await expect.poll(() => store.insights.understanding(meetingId)?.model).toBe('tiny')
    const { insights, understanding } = await api['insights.refresh']({ meetingId, model: 'none' })
    expect(insights).toMatchObject([{ author: 'rules', text: 'Anna will send the report.' }])
    expect(understanding).toMatchObject({ model: null, without: 'None was asked.' })
  })
})

describe('across meetings', () => {
  it('carries open actions and standing decisions, and links a decision to the one that it changes', async () => {
    const { start, say, stop, read, api } = setUp()
    const first = start('Weekly billing, 3 March', 0)
    say(first, spoken(0, 'We decided to use MySQL for billing.'))
    say(first, spoken(2, 'Anna will send the report.'))
    say(first, spoken(4, 'Marco will call the bank.'))
    stop(first)
    const [report, , decision] = (await read(first)).insights
    if (!report || !decision) throw new Error('nothing found')
    const edit = { meetingId: first, insightId: report.id, change: { done: true } }
    await api['insight.edit'](edit)
    const second = start('Weekly billing, 10 March', 1000)
    say(second, spoken(0, 'We use Postgres instead of MySQL.'))
    stop(second)
    expect((await read(second)).insights).toMatchObject([
      { changes: { meetingId: first, insightId: decision.id } },
    ])
    const meanwhile = await api['insights.carried']({ meetingId: second })
    expect(textsOf(meanwhile.actions.map(({ insight }) => insight))).toEqual([
      'Marco will call the bank.',
    ])
    expect(textsOf(meanwhile.decisions.map(({ insight }) => insight))).toEqual([
      'We decided to use MySQL for billing.',
    ])
    const third = start('Weekly billing', 2000)
    for (const meetingId of [third, null]) {
      const { decisions } = await api['insights.carried']({ meetingId })
      expect(textsOf(decisions.map(({ insight }) => insight))).toEqual([
        'We use Postgres instead of MySQL.',
      ])
    }
    const alone = start('Something else', 3000)
    expect(await api['insights.carried']({ meetingId: alone })).toEqual({
      actions: [],
      decisions: [],
    })
  })
})
