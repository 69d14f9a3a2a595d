import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import {
  crashingAfter,
  endless,
  honest,
  lying,
  type Script,
  scriptedLanguageModel,
} from '../testing/scripted-language-model.ts'
import { meetingSummaries } from './meeting-summaries.ts'
import { begin, upTo } from './store/fixtures/spoken.ts'
import { openStore } from './store/store.sqlite.ts'
import { summaryCommands } from './summary-commands.ts'
import { longMeeting } from './summary/testing/long-meeting.ts'
import type { WorldOfSummaries } from './write-summary.ts'

const overview = { id: 'general', origin: 'bundled', text: '# General\n## Overview' } as const
const lecture = { id: 'lecture', origin: 'bundled', text: '# Lecture\n## Ideas | Idee' } as const
const asked = { template: null, model: null, language: null } as const

/** A store with one meeting, and summaries that hear of it. A script makes the model that is chosen. */
function setUp(segments: readonly Segment[], script: Script | null = null) {
  const store = openStore(':memory:')
  const meetingId = begin(store)
  store.segments.commit(meetingId, segments, upTo(1, 'them'))
  const languageModel = scriptedLanguageModel(script ?? honest)
  const found = { id: 'scripted', path: 'scripted.gguf', runtime: 'llama.cpp' }
  const later = new Set<() => void>()
  const parts = {
    clock: {
      now: () => 0,
      every: () => () => {},
      later: (_: number, work: () => void) => {
        later.add(work)
        return () => later.delete(work)
      },
    },
    log: { info() {}, warn() {}, bug: (_: string, error: unknown) => bugs.push(error) },
    newId: randomUUID,
    keeping: { store },
    readTemplates: async () => [overview, lecture],
    languageModel,
    modelFiles: {
      list: async () =>
        script ? [{ ...found, kind: 'language', state: 'present', origin: 'own', name: 'S' }] : [],
      find: async () => (script ? found : null),
    },
  } as unknown as WorldOfSummaries
  const bugs: unknown[] = []
  const events: EngineEvent[] = []
  const waiting = new Set<() => void>()
  const tell = (event: EngineEvent): void => {
    events.push(event)
    for (const look of waiting) look()
  }
  const summaries = meetingSummaries({ parts, tell, insightsOf: () => [] })
  const api = summaryCommands({ parts, tell, summaries })
  /** The first summary that counts and is like this. */
  const changed = (isMeant: (event: Told) => boolean) =>
    new Promise<Told>((resolve) => {
      const look = (): void => {
        const event = events.find(
          (one): one is Told => one.type === 'summary.changed' && isMeant(one),
        )
        if (!event) return
        waiting.delete(look)
        resolve(event)
      }
      waiting.add(look)
      look()
    })
  const stop = () => {
    store.meetings.setState(meetingId, 'done')
    const meeting = store.meetings.read(meetingId)
    if (!meeting) throw new Error('There is a meeting')
    summaries.heard({ type: 'meeting.stopped', meeting, reason: 'asked' })
  }
  const revise = (segment: Segment) => {
    store.segments.write(meetingId, segment, 0)
    summaries.heard({
      type: 'segments.revised',
      meetingId,
      track: 'them',
      removed: [],
      segments: [segment],
    })
  }
  const settle = () => {
    for (const work of [...later]) work()
    later.clear()
  }
  return {
    store,
    meetingId,
    languageModel,
    summaries,
    api,
    events,
    bugs,
    changed,
    stop,
    revise,
    settle,
  }
}

type Told = Extract<EngineEvent, { type: 'summary.changed' }>

const isModels = ({ summary }: Told) => summary.author === 'model'

function ofMeeting(meetingId: MeetingId) {
  return { meetingId, ...asked }
}

describe('when a meeting is over', () => {
  it('rules sum it up where there is no model, and say so', async () => {
    const { stop, changed, api, meetingId } = setUp(longMeeting(5))
    stop()
    const { summary } = await changed(() => true)
    expect(summary).toMatchObject({ author: 'rules', state: 'final', revision: 1, model: null })
    expect(summary.without).not.toBeNull()
    expect(summary.sections[0]?.lines.length).toBeGreaterThan(0)
    expect(await api['summary.read']({ meetingId })).toEqual(summary)
  })

  it('rules sum it up at once and the model in their place', async () => {
    const { stop, changed, store, meetingId, events } = setUp(longMeeting(5), honest)
    stop()
    const { summary } = await changed(isModels)
    expect(summary).toMatchObject({ model: 'scripted', without: null, state: 'final', revision: 1 })
    expect(store.summaries.ofMeeting(meetingId)).toHaveLength(1)
    const authors = events.flatMap((e) => (e.type === 'summary.changed' ? [e.summary.author] : []))
    expect(authors).toEqual(['rules', 'model'])
    expect(events.some(({ type }) => type === 'summary.progressed')).toBe(true)
  })

  it('rules answer where the model stops working, and say why', async () => {
    const { stop, changed } = setUp(longMeeting(20), crashingAfter(1, honest))
    stop()
    const { summary } = await changed(
      ({ summary: { without } }) => without?.includes('stopped') ?? false,
    )
    expect(summary).toMatchObject({ author: 'rules', model: null, state: 'final' })
  })

  it('an empty one has a summary without lines', async () => {
    const { stop, changed } = setUp([], honest)
    stop()
    const { summary } = await changed(() => true)
    expect(summary.sections).toEqual([{ title: 'Overview', lines: [] }])
  })
})

it('a summary grows with each minute, in one revision', async () => {
  const segments = longMeeting(4)
  const { summaries, store, meetingId, changed } = setUp(segments)
  const seen = new Set<string>()
  for (const segment of segments) {
    summaries.heard({ type: 'segment.committed', meetingId, segment, open: false })
    if (segment.startMs === 0 || segment.startMs % 60_000 !== 0) continue
    seen.add((await changed(({ summary }) => !seen.has(summary.id))).summary.id)
  }
  expect(seen.size).toBe(3)
  expect(store.summaries.latest(meetingId)?.summary.state).toBe('growing')
  expect(store.summaries.ofMeeting(meetingId)).toHaveLength(1)
})

describe('when the text changes', () => {
  const first = longMeeting(5)[0]

  it('a summary that came by itself is made anew', async () => {
    const { stop, changed, revise, settle, store, meetingId } = setUp(longMeeting(5))
    stop()
    const { summary } = await changed(() => true)
    if (!first) throw new Error('There is a first segment')
    revise({ ...first, text: 'Something quite different was said about the harbour.' })
    await changed((event) => event.summary.outdated)
    settle()
    const anew = await changed((event) => event.summary.id !== summary.id)
    expect(anew.summary.outdated).toBe(false)
    expect(store.summaries.ofMeeting(meetingId)).toHaveLength(1)
  })

  it("a person's words stay, and say that they are outdated", async () => {
    const { stop, changed, revise, settle, api, meetingId, store } = setUp(longMeeting(5), honest)
    stop()
    await changed(isModels)
    const sections = [{ title: 'Mine', lines: [{ text: 'All is well.', citations: [] }] }]
    const edited = await api['summary.edit']({ meetingId, sections })
    expect(edited).toMatchObject({ author: 'person', revision: 2, sections })
    if (!first) throw new Error('There is a first segment')
    revise({ ...first, text: 'Something quite different.' })
    settle()
    await changed((event) => event.summary.outdated)
    stop()
    await api['summary.cancel']({ meetingId })
    expect(store.summaries.latest(meetingId)?.summary).toEqual({ ...edited, outdated: true })
    const asked = await api['summary.write'](ofMeeting(meetingId))
    expect(asked).toMatchObject({ revision: 3, author: 'model' })
    expect(await api['summary.list']({ meetingId })).toHaveLength(3)
  })
})

describe('a summary that is asked for', () => {
  it('is a revision of its own, and an earlier one can count again', async () => {
    const { api, meetingId } = setUp(longMeeting(5), honest)
    const one = await api['summary.write']({ ...ofMeeting(meetingId), model: 'none' })
    const two = await api['summary.write'](ofMeeting(meetingId))
    expect([one.author, two.author]).toEqual(['rules', 'model'])
    const three = await api['summary.choose']({ meetingId, summaryId: one.id })
    expect(three).toMatchObject({ revision: 3, author: 'rules', sections: one.sections })
    expect(await api['summary.read']({ meetingId })).toEqual(three)
  })

  it('remembers the template for the series, and the language apart from the spoken one', async () => {
    const { api, meetingId } = setUp(longMeeting(2))
    const one = await api['summary.write']({
      ...ofMeeting(meetingId),
      template: 'lecture',
      language: 'it',
    })
    expect(one).toMatchObject({
      template: 'lecture',
      language: 'it',
      sections: [{ title: 'Idee' }],
    })
    expect(one.without).toContain('in the language that was spoken')
    const two = await api['summary.write'](ofMeeting(meetingId))
    expect(two).toMatchObject({ template: 'lecture', language: 'en' })
    await expect(
      api['summary.write']({ ...ofMeeting(meetingId), template: '../../lecture' }),
    ).rejects.toMatchObject({ code: 'template_missing' })
  })

  it('can be given up, and what was there counts', async () => {
    const { api, meetingId, languageModel } = setUp(longMeeting(2), endless)
    const before = await api['summary.write']({ ...ofMeeting(meetingId), model: 'none' })
    const failure = api['summary.write'](ofMeeting(meetingId)).catch((error: unknown) => error)
    await expect.poll(() => languageModel.requests.length).toBe(1)
    await expect(api['summary.write'](ofMeeting(meetingId))).rejects.toBeInstanceOf(AppError)
    await api['summary.cancel']({ meetingId })
    expect(await failure).toMatchObject({ code: 'cancelled' })
    expect(await api['summary.read']({ meetingId })).toEqual(before)
  })

  it('shows nothing of what a liar writes', async () => {
    const { api, meetingId } = setUp(longMeeting(5), lying)
    const summary = await api['summary.write'](ofMeeting(meetingId))
    expect(JSON.stringify(summary)).not.toMatch(/Zebulon|987654|2093|Everybody agreed/)
    expect(summary.dropped).toBeGreaterThan(0)
  })
})

it('a model that is stopped leaves what rules say, and no summary that waits for it', async () => {
  const { stop, changed, api, meetingId, languageModel, bugs } = setUp(longMeeting(2), endless)
  stop()
  await changed(({ summary }) => summary.without?.includes('still reading') ?? false)
  await expect.poll(() => languageModel.requests.length).toBe(1)
  await api['summary.cancel']({ meetingId })
  const summary = await api['summary.read']({ meetingId })
  expect(summary).toMatchObject({ author: 'rules', without: 'The language model was stopped.' })
  expect(bugs).toEqual([])
})
