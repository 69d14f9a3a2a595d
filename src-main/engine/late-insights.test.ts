import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { MeetingId } from '#contract/ids.ts'
import type { Insights } from '#contract/insight.ts'
import { lateInsights } from './late-insights.ts'
import type { MeetingInsights } from './meeting-insights.ts'

const meetingId = MeetingId.parse(randomUUID())
const understanding = { model: null, without: null, dropped: 0, readMs: 0 }
const known: Insights = { meetingId, understanding, insights: [] }
const revised: EngineEvent = {
  type: 'segments.revised',
  meetingId,
  track: 'me',
  removed: [],
  segments: [],
}
const deleted: EngineEvent = { type: 'meeting.deleted', meetingId }
const unrelated: EngineEvent = { type: 'vocabulary.changed', terms: [] }

function setUp() {
  const noted: EngineEvent[] = []
  const insights = {
    note: (event: EngineEvent) => void noted.push(event),
    read: vi.fn(async () => known),
    refresh: vi.fn(async () => known),
    changed: vi.fn<MeetingInsights['changed']>(),
    [Symbol.asyncDispose]: vi.fn(async () => {}),
  }
  const { promise, resolve } = Promise.withResolvers<MeetingInsights>()
  const load = vi.fn(() => promise)
  const onBug = vi.fn()
  return { noted, insights, load, loaded: () => resolve(insights), onBug }
}

it('are not loaded by what is no text, and then nothing is left to end', async () => {
  const { load, insights, onBug } = setUp()
  const late = lateInsights(load, onBug)
  late.note(unrelated)
  late.note(deleted)
  await late[Symbol.asyncDispose]()
  expect(load).not.toHaveBeenCalled()
  expect(insights[Symbol.asyncDispose]).not.toHaveBeenCalled()
})

it('hear in its order what was told while they were loaded, before anybody reads them', async () => {
  const { load, loaded, noted, onBug } = setUp()
  const late = lateInsights(load, onBug)
  late.note(revised)
  late.note(unrelated)
  late.note(deleted)
  const reading = late.read(meetingId)
  expect(noted).toEqual([])
  loaded()
  expect(await reading).toBe(known)
  expect(noted).toEqual([revised, deleted])
  late.note(revised)
  expect(noted).toEqual([revised, deleted, revised])
  expect(load).toHaveBeenCalledTimes(1)
})

it('end after they were loaded', async () => {
  const { load, loaded, insights, noted, onBug } = setUp()
  const late = lateInsights(load, onBug)
  late.note(revised)
  const ending = late[Symbol.asyncDispose]()
  loaded()
  await ending
  expect(noted).toEqual([revised])
  expect(insights[Symbol.asyncDispose]).toHaveBeenCalledTimes(1)
})

it('tell a bug when they cannot be loaded, and are loaded by what comes next', async () => {
  const { insights, noted, onBug } = setUp()
  const load = vi.fn(async () => insights).mockRejectedValueOnce(new Error('no file'))
  const late = lateInsights(load, onBug)
  late.note(revised)
  await expect.poll(() => onBug.mock.calls.length).toBe(1)
  late.note(deleted)
  expect(load).toHaveBeenCalledTimes(1)
  late.note(revised)
  await late.read(meetingId)
  expect(noted).toEqual([revised, revised])
})
