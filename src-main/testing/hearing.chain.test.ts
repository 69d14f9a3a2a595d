import { describe, expect, it } from 'vitest'
import type { Device } from '#contract/device.ts'
import { AppError } from '#contract/errors.ts'
import { realEngine, sample } from './real-engine.ts'
import { quiet, type ScriptedSource, scriptedSource, spokenOn } from './scripted-source.ts'

const desk: Device = {
  id: 'desk',
  kind: 'microphone',
  name: 'Desk microphone',
  isDefault: true,
  isDefaultForCalls: true,
  sampleRate: 48_000,
  channels: 1,
  sampleFormat: 'f32',
}

/** A live meeting over a source that the test plays. */
async function meetingOver(source: ScriptedSource, stopAfterSilenceMs: number | null = null) {
  const listeners = new Set<(devices: readonly Device[]) => void>()
  const devices = {
    list: async () => [desk],
    watch: (listener: (devices: readonly Device[]) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const engine = await realEngine({ sound: { devices, openSource: async () => source } })
  const { id: meetingId } = await engine.api['meeting.start']({
    source: { kind: 'both', microphoneId: null, systemId: null },
    title: null,
    model: 'test-speech-en',
    language: 'en',
    stopAfterSilenceMs,
  })
  return {
    engine,
    meetingId,
    listeners,
    accountOf: async (name: 'me' | 'them') => {
      const { tracks } = await engine.api['meeting.read']({ meetingId })
      return tracks.find((track) => track.name === name)?.account ?? null
    },
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  }
}

type Live = Awaited<ReturnType<typeof meetingOver>>

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
    const before = await live.accountOf('me')
    expect(before).toMatchObject({ captured: 1, pauses: [{ cause: 'person', lengthMs: null }] })
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
    source.tell({ type: 'warning', code: 'device_lost', message: 'The headset is gone.' })
    expect(await engine.heard('levels.measured')).toMatchObject({ meetingId, levels })
    const lost = await engine.heard('hearing.changed', ({ hearing }) =>
      hearing.tracks.some(({ state }) => state === 'lost'),
    )
    expect(lost.hearing).toMatchObject({ meetingId, paused: false, microphoneMuted: false })
    expect(await engine.api['meeting.hearing']({ meetingId })).toEqual(lost.hearing)
    expect(await engine.heard('meeting.warned')).toMatchObject({ code: 'device_lost' })
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
    })
    expect(await live.accountOf('them')).toMatchObject({
      captured: 0.75,
      gaps: [{ atMs: 1000, lengthMs: 1000, cause: 'deaf' }],
    })
    const { text } = await engine.api['meeting.export']({ meetingId, format: 'md' })
    expect(text).toContain(
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
    const { meeting } = await engine.heard('meeting.stopped')
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
      title: null,
      model: 'test-speech-en',
      language: 'en',
      stopAfterSilenceMs: null,
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

describe('what cannot be paused or muted', () => {
  const asked = { title: null, model: 'test-speech-en', language: 'en' } as const

  it('is a file', async () => {
    await using engine = await realEngine()
    const { id: meetingId } = await engine.api['meeting.start']({
      ...asked,
      source: { kind: 'file', path: sample('meeting-60s.wav'), pace: 'real', channels: 'mix' },
      stopAfterSilenceMs: null,
    })
    for (const asking of [
      engine.api['meeting.pause']({ meetingId }),
      engine.api['meeting.resume']({ meetingId }),
      engine.api['meeting.mute']({ meetingId, muted: true }),
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

describe('a meeting that stops after silence', () => {
  /** So many seconds of silence, each told when the one before was read. */
  async function stayQuiet(live: Live, source: ScriptedSource, from: number, to: number) {
    for (let second = from; second < to; second++) {
      source.tell(quiet('me'), quiet('them'))
      const isRead = ({ readMs }: { readonly readMs: number }) => readMs >= second * 1000 - 500
      if (second > from) await live.engine.heard('meeting.progressed', isRead)
    }
  }

  it('says so before, and stops', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source, 10_000)
    const { engine } = live
    await stayQuiet(live, source, 0, 12)
    const { meeting } = await engine.heard('meeting.stopped')
    expect(source.stopped).toBe(true)
    expect(meeting.state).toBe('done')
    expect(engine.events.filter(({ type }) => type === 'meeting.warned')).toMatchObject([
      { code: 'silence_ends_soon', message: expect.stringMatching(/stops in 3 s/) },
    ])
  })

  it('does not while sound is heard on either side, nor for time in which it is paused', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source, 10_000)
    const { engine, meetingId } = live
    await stayQuiet(live, source, 0, 9)
    await engine.heard('meeting.warned')
    const click: Float32Array = new Float32Array(16_000).fill(0.2, 0, 10)
    source.tell({ type: 'samples', track: 'them', samples: click, deviceMs: 0 }, quiet('me'))
    await engine.heard('meeting.warned', ({ message }) => message.includes('goes on'))
    await engine.api['meeting.pause']({ meetingId })
    await engine.api['meeting.resume']({ meetingId })
    source.tell(quiet('me', 5), quiet('them', 5))
    await expect.poll(async () => (await live.accountOf('them'))?.lengthMs).toBe(15_000)
    expect(source.stopped).toBe(false)
  })

  it('does not while a device plays that is not heard', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source, 10_000)
    source.becomes('them', 'deaf')
    for (let second = 0; second < 20; second++) source.tell(quiet('me'), quiet('them'))
    await expect.poll(async () => (await live.accountOf('them'))?.lengthMs).toBe(20_000)
    expect(source.stopped).toBe(false)
    expect(live.engine.events.filter(({ type }) => type === 'meeting.warned')).toEqual([])
  })

  it('does not while somebody speaks too softly to be loud', async () => {
    const source = scriptedSource()
    await using live = await meetingOver(source, 10_000)
    const spoken = await spokenOn('me', sample('meeting-60s.wav'))
    for (const event of spoken) {
      if (event.type !== 'samples') continue
      const samples = event.samples.map((value) => value * 0.009)
      source.tell({ ...event, samples })
    }
    await live.engine.api['meeting.stop']({ meetingId: live.meetingId })
    expect(live.engine.events.filter(({ type }) => type === 'meeting.warned')).toEqual([])
    const { segments } = await live.engine.api['meeting.read']({ meetingId: live.meetingId })
    expect(segments.length).toBeGreaterThan(10)
  })
})
