import { expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { SummaryId } from '#contract/ids.ts'
import { after, heard, meetingId, started, stopped, warned } from '../fixtures/desktop-events.ts'
import { receive } from '../state/desktop-state.ts'
import { en } from '../texts/en.ts'
import { lostNotice, noticeOf } from './notices.ts'

const summary = {
  id: SummaryId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000009'),
  meetingId,
  revision: 1,
  writtenAt: '2026-03-05T10:00:00.000Z',
  author: 'model' as const,
  model: 'tiny',
  without: null,
  template: 'general',
  language: 'en',
  state: 'final' as const,
  outdated: false,
  title: 'Budget',
  sections: [],
  dropped: 0,
}

interface Seen {
  readonly inSight?: boolean
  readonly notify?: boolean
}

function told(before: readonly EngineEvent[], event: EngineEvent, seen: Seen = {}) {
  const { inSight = false, notify = true } = seen
  const plain = after(...before)
  const state = { ...plain, settings: { ...plain.settings, notify } }
  return noticeOf({ before: state, after: receive(state, event), event, inSight }, en)
}

it.each<[string, readonly EngineEvent[], EngineEvent, string | null]>([
  ['a recording begins', [started], heard(), 'Recording'],
  ['what it hears changes', [started, heard()], heard({ paused: true }), null],
  ['a file begins to be read', [], started, null],
  ['a recording stops', [started, heard()], stopped, 'Stopped after 12:34'],
  ['a file was read', [started], stopped, null],
  [
    'silence stops it',
    [started, heard()],
    { ...stopped, reason: 'silence' } as EngineEvent,
    'Stopped after 12:34: nobody spoke',
  ],
  ['a track is lost', [started, heard()], warned(), 'Look at the recording'],
  ['it is heard again', [started, heard(), warned()], warned({ over: true }), null],
  ['something mild happens', [started, heard()], warned({ code: 'model_changed' }), null],
  ['a summary is ready', [], { type: 'summary.changed', summary }, 'The summary is ready'],
  [
    'rules wrote a summary',
    [],
    { type: 'summary.changed', summary: { ...summary, author: 'rules' } },
    null,
  ],
])('tells when %s', (_, before, event, title) => {
  expect(told(before, event)?.title ?? null).toBe(title)
})

it('tells nothing that can be seen in the window', () => {
  expect(told([started, heard()], warned(), { inSight: true })).toBeNull()
})

it('tells who wants no notifications only what would else be lost unnoticed', () => {
  expect(told([started, heard()], stopped, { notify: false })).toBeNull()
  expect(told([started, heard()], warned(), { notify: false })?.place).toEqual({ kind: 'live' })
})

it('leads to the meeting that was interrupted with the engine', () => {
  expect(lostNotice(after(started, heard()), en)?.place).toMatchObject({ meetingId })
  expect(lostNotice(after(started), en)).toBeNull()
})
