import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { desk, meetingOver } from './live-meeting.ts'
import { wholeExport } from './whole-export.ts'
import { realEngine, sample } from './real-engine.ts'
import { quiet, scriptedSource, spokenOn } from './scripted-source.ts'
import { plainMeeting } from './plain-meeting.ts'

describe('a meeting that is paused', () => {
  it('stays where it is, goes on there, and has no word of what was said meanwhile', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source)
    const { engine, meetingId } = live
    source.tell(...(await spokenOn('me', sample('question.wav'))), quiet('me', 2), quiet('them', 3))
    await engine.heard('segment.committed')
    await expect(engine.api['meeting.pause']({ meetingId })).resolves.toMatchObject({
      meetingId,
      paused: true,
    })
    await engine.heard('hearing.changed', ({ hearing }) => hearing.paused)
    // A note in the ledger is written soon, not at once.
    const pauses = [{ cause: 'person', lengthMs: null }] as const
    await expect.poll(() => live.accountOf('me')).toMatchObject({ captured: 1, pauses })
    const before = await live.accountOf('me')
    expect(before?.pauses[0]?.atMs).toBe(before?.lengthMs)

    await engine.api['meeting.resume']({ meetingId })
    await engine.heard('hearing.changed', ({ hearing }) => !hearing.paused)
    source.tell(...(await spokenOn('me', sample('decision.wav'))))
    const { state } = await engine.api['meeting.stop']({ meetingId })
    expect(state).toBe('done')
    const after = await live.accountOf('me')
    expect(after?.pauses).toHaveLength(1)
    expect(after?.pauses[0]?.lengthMs).not.toBeNull()
    expect(after).toMatchObject({ captured: 1, gaps: [] })
    const { segments } = await engine.api['meeting.read']({ meetingId })
    expect(segments.map(({ text }) => text).join(' ')).toMatch(/supplier.*pilot project/)
  })

  it('has its last words as text while it is paused, however they broke off', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source)
    const { engine, meetingId } = live
    // Nothing comes after the last word but the pause.
    source.tell(...(await spokenOn('me', sample('question.wav'))).slice(0, -1), quiet('them', 3))
    await engine.heard('hypothesis.changed', ({ hypothesis }) => hypothesis !== null)
    await engine.api['meeting.pause']({ meetingId })
    const { segment } = await engine.heard('segment.committed')
    expect(segment.text).toMatch(/Did Omar help/)
    await expect
      .poll(() => engine.events.findLast(({ type }) => type === 'hypothesis.changed'))
      .toMatchObject({ hypothesis: null })
  })

  it('can be stopped, and has lost nothing', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source)
    const { engine, meetingId } = live
    source.tell(...(await spokenOn('them', sample('question.wav'))), quiet('me', 3))
    await engine.api['meeting.pause']({ meetingId })
    const stopped = await engine.api['meeting.stop']({ meetingId })
    expect(stopped).toMatchObject({ state: 'done', unreadMs: 0 })
    const { segments } = await engine.api['meeting.read']({ meetingId })
    expect(segments.map(({ text }) => text)).toEqual(['Did Omar help the supplier?'])
  })
})

describe('a meeting over devices', () => {
  it('tells the faces what they show, and keeps out of the recording what is only shown', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source)
    const { engine, meetingId } = live
    const levels = [{ track: 'me', peak: 0.5, rms: 0.1 }] as const
    source.tell({ type: 'levels', levels })
    source.becomes('me', 'lost')
    const warning = { code: 'device_lost', track: 'me', name: 'Headset', over: false } as const
    source.tell({ type: 'warning', warning: { ...warning, message: 'The headset is gone.' } })
    expect(await engine.heard('levels.measured')).toMatchObject({ meetingId, levels })
    const lost = await engine.heard('hearing.changed', ({ hearing }) =>
      hearing.tracks.some(({ state }) => state === 'lost'),
    )
    expect(lost.hearing).toMatchObject({ meetingId, paused: false, microphoneMuted: false })
    expect(await engine.api['meeting.hearing']({ meetingId })).toEqual(lost.hearing)
    expect(await engine.heard('meeting.warned')).toMatchObject({ meetingId, ...warning })
    const { state } = await engine.api['meeting.stop']({ meetingId })
    expect(state).toBe('done')
    expect(await engine.api['meeting.hearing']({ meetingId })).toBeNull()
  })

  it('mutes the microphone and accounts for every stretch by its cause', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source)
    const { engine, meetingId } = live
    const muted = await engine.api['meeting.mute']({ meetingId, muted: true })
    expect(muted.microphoneMuted).toBe(true)
    source.tell(
      { type: 'format', track: 'me', name: 'Desk microphone', sampleRate: 48_000, channels: 1 },
      quiet('me'),
      { type: 'gap', track: 'me', length: 16_000, cause: 'muted' },
      { type: 'gap', track: 'me', length: 16_000, cause: 'device_lost' },
      quiet('me'),
      quiet('them', 2),
      { type: 'deaf', track: 'them', length: 16_000 },
      { type: 'silence', track: 'them', length: 32_000 },
    )
    await engine.api['meeting.stop']({ meetingId })
    expect(await live.accountOf('me')).toEqual({
      lengthMs: 4000,
      captured: 0.75,
      gaps: [
        { atMs: 1000, lengthMs: 1000, cause: 'muted' },
        { atMs: 2000, lengthMs: 1000, cause: 'device_lost' },
      ],
      pauses: [],
      sources: [{ atMs: 0, name: 'Desk microphone', sampleRate: 48_000, channels: 1 }],
      cutShort: false,
      removedAt: null,
    })
    expect(await live.accountOf('them')).toMatchObject({
      captured: 0.75,
      gaps: [{ atMs: 1000, lengthMs: 1000, cause: 'deaf' }],
    })
    const { content } = await engine.api['meeting.export'](wholeExport(meetingId, 'md'))
    expect(content).toContain(
      '- Me: captured 75.00 %, gaps: 00:00:02 +1.0 s (device lost); muted: 00:00:01 +1.0 s',
    )
  })

  it('tells an account while it is recorded, and none when the recording is gone', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source)
    const { engine, meetingId } = live
    source.tell(quiet('me', 2))
    await expect.poll(async () => (await live.accountOf('me'))?.lengthMs).toBe(2000)
    expect(await live.accountOf('them')).toMatchObject({ lengthMs: 0, captured: 1 })
    await engine.api['meeting.stop']({ meetingId })
    const { rm } = await import('node:fs/promises')
    await rm(`${engine.data}/recordings`, { recursive: true })
    expect(await live.accountOf('me')).toBeNull()
  })

  it('keeps what was heard when the sound fails, and says why it ended', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source)
    const { engine } = live
    source.tell(...(await spokenOn('me', sample('question.wav'))))
    source.fail(new AppError('device_lost', 'The microphone is gone for good.'))
    const { meeting, reason } = await engine.heard('meeting.stopped')
    expect(reason).toBe('failed')
    expect(meeting).toMatchObject({ state: 'done', segmentCount: 1 })
    expect(await engine.heard('meeting.warned')).toMatchObject({ code: 'device_lost' })
  })

  it('is not begun where nothing can be heard', async () => {
    const problem = new AppError('device_missing', 'There is no microphone. Connect one.')
    const openSource = () => Promise.reject(problem)
    const devices = { list: async () => [], watch: () => () => {} }
    await using engine = await realEngine({ sound: { devices, openSource } })
    const asking = engine.api['meeting.start']({
      source: { kind: 'microphone', deviceId: null },
      ...plainMeeting,
    })
    await expect(asking).rejects.toMatchObject({ code: 'device_missing' })
    expect(await engine.api['meeting.list']({})).toEqual([])
  })

  it('lists the devices, and tells when they change until the engine ends', async () => {
    const source = scriptedSource()
    const live = await meetingOver(source)
    const { engine, listeners } = live
    expect(await engine.api['device.list']({})).toEqual([desk])
    for (const listener of listeners) listener([])
    expect(await engine.heard('devices.changed')).toMatchObject({ devices: [] })
    await live[Symbol.asyncDispose]()
    expect(listeners.size).toBe(0)
  })
})

describe('what cannot be paused, muted or kept on', () => {
  const asked = { title: null, model: 'test-speech-en', language: 'en' } as const

  it('is a file', async () => {
    await using engine = await realEngine()
    const { id: meetingId } = await engine.api['meeting.start']({
      ...asked,
      source: { kind: 'file', path: sample('meeting-60s.wav'), pace: 'real', channels: 'mix' },
      stopAfterSilenceMs: null,
      finalPass: 'off',
      vocabulary: [],
    })
    for (const asking of [
      engine.api['meeting.pause']({ meetingId }),
      engine.api['meeting.resume']({ meetingId }),
      engine.api['meeting.mute']({ meetingId, muted: true }),
      engine.api['meeting.keep']({ meetingId }),
    ])
      await expect(asking).rejects.toMatchObject({
        code: 'not_listening',
        message: expect.stringContaining('file'),
      })
    expect(await engine.api['meeting.hearing']({ meetingId })).toBeNull()
    await engine.api['meeting.stop']({ meetingId })
    await expect(engine.api['meeting.pause']({ meetingId })).rejects.toMatchObject({
      code: 'not_listening',
    })
  })

  it('is a microphone that is not heard', async () => {
    const source = scriptedSource(['them'])
    await using live = await meetingOver(source)
    const { engine, meetingId } = live
    await expect(engine.api['meeting.mute']({ meetingId, muted: true })).rejects.toMatchObject({
      code: 'not_listening',
      message: expect.stringContaining('microphone'),
    })
    expect(source.controls.hearing().microphoneMuted).toBe(false)
  })

  it('is a meeting that does not exist', async () => {
    await using engine = await realEngine()
    const meetingId = crypto.randomUUID() as never
    const asking = engine.api['meeting.hearing']({ meetingId })
    await expect(asking).rejects.toMatchObject({ code: 'not_found' })
  })
})
