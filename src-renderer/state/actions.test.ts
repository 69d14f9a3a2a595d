import { expect, it } from 'vitest'
import { usualOptions } from '#contract/export.ts'
import { anywhere } from '#contract/ask.ts'
import type { CommandName, EngineApi } from '#contract/commands.ts'
import { AppError, type ErrorCode } from '#contract/errors.ts'
import type { Hearing } from '#contract/hearing.ts'
import { MeetingId } from '#contract/ids.ts'
import type { Meeting } from '#contract/meeting.ts'
import { connect } from '#wire/connect.ts'
import { memoryChannel } from '#wire/memory-channel.ts'
import { serve } from '#wire/serve.ts'
import { createActions } from './actions.ts'
import { createAppStore } from './store.ts'

const meeting: Meeting = {
  id: MeetingId.parse('3f0b8f2e-1c2d-4b5a-9c3e-000000000001'),
  title: 'Stand-up',
  startedAt: '2026-11-20T10:00:00.000Z',
  durationMs: 60_000,
  language: 'en',
  model: 'test',
  state: 'interrupted',
  segmentCount: 1,
  unreadMs: 5_000,
  imported: false,
  folder: null,
  tags: [],
  people: [],
}

const hearing: Hearing = {
  meetingId: meeting.id,
  paused: false,
  microphoneMuted: false,
  silenceEndsInMs: null,
  tracks: [{ track: 'me', state: 'hearing', device: 'Headset', everything: false }],
}

function setUp(api: Partial<EngineApi>) {
  const [near, far] = memoryChannel()
  // Only the commands that a test uses exist.
  serve({ api: api as EngineApi, subscribe: () => () => {} }, far)
  const store = createAppStore()
  const actions = createActions(store, connect(near))
  return { store, actions, lose: () => far.close() }
}

function refuse(code: ErrorCode, message: string) {
  return async (): Promise<never> => {
    throw new AppError(code, message)
  }
}

it('shows the sentence of the engine when recording cannot start', async () => {
  const { store, actions } = setUp({
    'meeting.start': refuse('source_unavailable', 'There is no microphone.'),
  })
  const recording = actions.record()
  expect(store.getState().starting).toBe(true)
  expect(await recording).toBeNull()
  expect(store.getState()).toMatchObject({
    starting: false,
    notices: [{ tone: 'problem', code: 'source_unavailable', text: 'There is no microphone.' }],
  })
  actions.leaveProblems()
  expect(store.getState().notices).toEqual([])
})

it('says what it is doing with a meeting until it is done', async () => {
  const { store, actions } = setUp({
    'meeting.finish': async () => ({ ...meeting, state: 'done', unreadMs: 0 }),
  })
  const finishing = actions.finish(meeting.id)
  expect(store.getState().tasks).toEqual({ [meeting.id]: 'finish' })
  await finishing
  expect(store.getState().tasks).toEqual({})
  expect(store.getState().library.meetings).toMatchObject([{ state: 'done' }])
})

it('keeps a failed rename, and says why', async () => {
  const { store, actions } = setUp({ 'meeting.rename': refuse('not_found', 'No such meeting.') })
  expect(await actions.rename(meeting.id, 'Kick-off')).toBe(false)
  expect(store.getState().notices).toMatchObject([{ text: 'No such meeting.' }])
})

it('asks for what was chosen to be recorded', async () => {
  const asked: unknown[] = []
  const { store, actions } = setUp({
    'meeting.start': async (wish) => {
      asked.push(wish)
      return { ...meeting, state: 'live' }
    },
  })
  actions.choose({ hear: 'microphone', microphone: { id: 'webcam', name: 'Webcam' } })
  actions.choose({ stopAfterSilenceMs: 300_000, language: 'it' })
  actions.expect('Anna, billing system')
  await actions.record()
  expect(store.getState().expected).toBe('')
  expect(asked).toEqual([
    {
      source: { kind: 'microphone', deviceId: 'webcam' },
      stopAfterSilenceMs: 300_000,
      finalPass: null,
      title: null,
      model: null,
      language: 'it',
      vocabulary: ['Anna', 'billing system'],
    },
  ])
})

it('shows as muted or paused what the engine answers, and never less than what runs', async () => {
  const stopping = Promise.withResolvers<Meeting>()
  const { store, actions } = setUp({
    'meeting.mute': async ({ muted }) => ({ ...hearing, microphoneMuted: muted }),
    'meeting.keep': async () => hearing,
    'meeting.pause': refuse('not_listening', 'Heard elsewhere.'),
    'meeting.stop': () => stopping.promise,
  })
  await actions.mute(meeting.id, true)
  expect(store.getState().hearings[meeting.id]?.hearing?.microphoneMuted).toBe(true)
  await actions.keepOn(meeting.id)
  expect(store.getState().hearings[meeting.id]?.hearing).toEqual(hearing)
  await actions.pause(meeting.id)
  expect(store.getState()).toMatchObject({
    hearings: { [meeting.id]: { hearing: { paused: false } } },
    notices: [{ code: 'not_listening', text: 'Heard elsewhere.' }],
  })

  const muting = actions.mute(meeting.id, false)
  const stopped = actions.stop(meeting.id)
  await muting
  expect(store.getState().tasks).toEqual({ [meeting.id]: 'stop' })
  stopping.resolve(meeting)
  await stopped
  expect(store.getState().tasks).toEqual({})
})

it('asks what is heard, and what could be', async () => {
  const { store, actions } = setUp({
    'meeting.hearing': async () => null,
    'device.list': refuse('source_unavailable', 'No sound system.'),
  })
  await actions.readHearing(meeting.id)
  await actions.readDevices()
  expect(store.getState()).toMatchObject({
    hearings: { [meeting.id]: { phase: 'whole', hearing: null } },
    devices: { phase: 'failed', problem: 'No sound system.' },
  })
})

it('reads the library, and tells a failure from a lost connection', async () => {
  const lists: readonly [Partial<EngineApi>, object][] = [
    [{ 'meeting.list': async () => [meeting] }, { phase: 'whole', known: true }],
    [
      { 'meeting.list': refuse('not_found', 'The store is gone.') },
      { phase: 'failed', problem: 'The store is gone.' },
    ],
  ]
  for (const [api, expected] of lists) {
    const { store, actions } = setUp(api)
    await actions.readLibrary()
    expect(store.getState().library).toMatchObject(expected)
  }
  const { store, actions, lose } = setUp({})
  lose()
  await actions.readLibrary()
  expect(store.getState().library).toMatchObject({ phase: 'unread', known: false })
})

it('asks the engine for exactly what was meant', async () => {
  const asked: [CommandName, unknown][] = []
  const { actions } = setUp({
    'search.find': async (input) => {
      asked.push(['search.find', input])
      return { hits: [], notes: [], by: 'text', without: null }
    },
    'meeting.export': async (input) => {
      asked.push(['meeting.export', input])
      return { fileName: 'a.srt', mediaType: 'application/x-subrip', encoding: 'text', content: '' }
    },
  })
  await actions.search('budget')
  const choice = { format: 'srt', options: usualOptions('srt') } as const
  const ids: string[] = []
  await actions.exportMeetings([meeting.id], choice, (id) => ids.push(id))
  expect(asked).toEqual([
    ['search.find', { query: 'budget', filters: anywhere, limit: 100 }],
    ['meeting.export', { exportId: ids[0], meetingId: meeting.id, ...choice }],
  ])
})
