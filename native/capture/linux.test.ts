import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { captureProblem, openCapture } from './capture.ts'
import type { Capture, DeviceKind, StreamRequest } from './stream.ts'
import { first, isSound, listen } from './testing/listen.ts'
import { type PulseDaemon, pulseProblem, startPulseDaemon } from './testing/pulse-daemon.ts'
import { afterSilence, fitSine, tellingHertz } from './testing/sine-fit.ts'

// Generous: on a busy machine everything takes long, and nothing here depends on how long.
vi.setConfig({ testTimeout: 60_000 })

const problem = pulseProblem() ?? captureProblem()
if (problem !== null) process.stderr.write(`no capture tests: ${problem}\n`)

const tone = `frequency=${tellingHertz}`

async function setUp() {
  const daemon = await startPulseDaemon()
  onTestFinished(() => daemon.close())
  const capture = await openCapture({ server: daemon.server })
  onTestFinished(() => capture.close())
  return { daemon, capture }
}

/** A sink in which the server itself plays a tone, so that no player can stumble. */
async function addSounding(daemon: PulseDaemon, name: string, hertz = tellingHertz) {
  const module = await daemon.addSink(name)
  await daemon.addModule('module-sine', `sink=${name}`, `frequency=${hertz}`)
  return module
}

/** A microphone that hears a tone. */
async function addHearing(daemon: PulseDaemon, name: string, rate = 48_000) {
  const { mouth } = await daemon.addMicrophone(name, { rate })
  await daemon.addModule('module-sine', `sink=${mouth}`, tone)
}

const request = (kind: DeviceKind, deviceId: string | null = null): StreamRequest => ({
  kind,
  deviceId,
  excludeOwnProcess: false,
  ringMs: 20_000,
})

/** Resolves at the next change of devices. */
function nextChange(capture: Capture): Promise<void> {
  return new Promise((resolve) => {
    const stop = capture.watch(() => {
      stop()
      resolve()
    })
  })
}

/** Looks again at every change until the devices are as wanted. */
async function untilDevices(capture: Capture, wanted: (ids: string[]) => boolean) {
  for (;;) {
    const change = nextChange(capture)
    const ids = await capture.devices().then(
      (devices) => devices.map((device) => device.id),
      () => null,
    )
    if (ids !== null && wanted(ids)) return
    await change
  }
}

describe.skipIf(problem !== null)('devices', () => {
  it('are sinks to be heard and sources that are no monitors, with their own formats', async () => {
    const { daemon, capture } = await setUp()
    await daemon.addSink('speakers', { description: 'Große Lautsprecher' })
    await daemon.addSink('headset', { rate: 44_100, channels: 1 })
    await daemon.addModule('module-sine-source', 'source_name=desk', 'rate=16000')
    await daemon.setDefaultSink('headset')

    const devices = await capture.devices()
    expect(devices.map(({ kind, id, isDefault }) => [kind, id, isDefault])).toEqual([
      ['microphone', 'desk', true],
      ['loopback', 'speakers', false],
      ['loopback', 'headset', true],
    ])
    expect(devices[1]).toMatchObject({
      name: 'Große Lautsprecher',
      isDefaultForCalls: false,
      sampleRate: 48_000,
      channels: 2,
      sampleFormat: 's16',
    })
    expect(devices[2]).toMatchObject({ sampleRate: 44_100, channels: 1, isDefaultForCalls: true })
  })

  it('that are not there cannot be opened', async () => {
    const { daemon, capture } = await setUp()
    await expect(capture.open(request('loopback'))).rejects.toMatchObject({ reason: 'no_device' })
    await daemon.addSink('speakers')
    // The default source is now the monitor of the sink.
    await expect(capture.open(request('microphone'))).rejects.toMatchObject({
      name: 'CaptureError',
      reason: 'no_device',
    })
    for (const kind of ['microphone', 'loopback'] as const) {
      await expect(capture.open(request(kind, 'speakers.monitor'))).rejects.toMatchObject({
        reason: 'unknown_device',
      })
    }
  })

  it('that come, go or become the default are told', async () => {
    const { daemon, capture } = await setUp()
    await capture.devices()
    const came = nextChange(capture)
    const module = await daemon.addSink('first')
    await came
    await daemon.addSink('second')
    await untilDevices(capture, (ids) => ids.length === 2)
    let watching = nextChange(capture)
    await daemon.setDefaultSink('second')
    await watching
    watching = nextChange(capture)
    await daemon.removeModule(module)
    await watching
    await untilDevices(capture, (ids) => ids.join() === 'second')
  })
})

describe.skipIf(problem !== null)('a stream', () => {
  it.each(['loopback', 'microphone'] as const)(
    'of a %s brings every sample, dated without a gap',
    async (kind) => {
      const { daemon, capture } = await setUp()
      if (kind === 'loopback') await addSounding(daemon, 'speakers')
      else await addHearing(daemon, 'desk', 44_100)

      const stream = await capture.open(request(kind))
      expect(stream).toMatchObject({ scope: 'device', device: { kind, isDefault: true } })
      const before = Number(process.hrtime.bigint()) / 1e6
      const heard = await listen(stream, 2)
      await stream.close()

      expect(stream.sampleRate).toBe(kind === 'loopback' ? 48_000 : 44_100)
      const { windows, bad } = fitSine(
        afterSilence(heard.samples, stream.sampleRate),
        stream.sampleRate,
        tellingHertz,
      )
      expect(windows).toBeGreaterThan(180)
      expect({ bad, overrun: heard.overrun }).toEqual({ bad: 0, overrun: 0 })
      if (heard.discontinuities > 0) return // a stalled machine; the stream said so
      const gaps = heard.chunks.slice(1).map(({ deviceMs }, i) => {
        const { deviceMs: start, length } = heard.chunks[i] ?? { deviceMs: 0, length: 0 }
        return Math.abs(deviceMs - start - (length * 1000) / stream.sampleRate)
      })
      expect(Math.max(...gaps)).toBeLessThan(1)
      expect(heard.chunks[0]?.deviceMs).toBeGreaterThan(before - 5_000)
      expect(heard.chunks.at(-1)?.deviceMs).toBeLessThan(
        Number(process.hrtime.bigint()) / 1e6 + 1_000,
      )
    },
  )

  it('hears the device that was asked for, and players of every latency', async () => {
    const { daemon, capture } = await setUp()
    await addSounding(daemon, 'speakers')
    await daemon.addSink('silent')
    const { mouth } = await daemon.addMicrophone('desk')
    const silent = await capture.open(request('loopback', 'silent'))
    const desk = await capture.open(request('microphone', 'desk'))
    const player = daemon.play(mouth, { hertz: 1_000, seconds: 30 })

    const heard = await listen(desk, 0.5)
    await player.stop()
    // Not judged window by window: a player may stumble on a busy machine.
    const samples = afterSilence(heard.samples, desk.sampleRate)
    const { windows, bad } = fitSine(samples, desk.sampleRate, 1_000)
    expect(bad).toBeLessThan(windows)
    await silent.close()
    for await (const delivery of silent.deliveries) {
      if (delivery.type === 'samples') expect(isSound(delivery.samples)).toBe(false)
    }
  })

  it('counts what nobody took in time, and says where', async () => {
    const { daemon, capture } = await setUp()
    await addSounding(daemon, 'speakers')
    const small = await capture.open({ ...request('loopback'), ringMs: 50 })
    const large = await capture.open(request('loopback'))
    await listen(large, 0.5)

    const told: string[] = []
    for await (const delivery of small.deliveries) {
      if (told.at(-1) !== delivery.type) told.push(delivery.type)
      if (told.length === 3) break
    }
    expect(told).toEqual(['samples', 'overrun', 'samples'])
  })

  it('ends as lost when its device is removed', async () => {
    const { daemon, capture } = await setUp()
    const module = await addSounding(daemon, 'speakers')
    await daemon.addSink('others')
    const stream = await capture.open(request('loopback', 'speakers'))
    await first(stream, ({ type }) => type === 'samples')
    const again = await capture.open(request('loopback', 'speakers'))
    await daemon.removeModule(module)

    const ended = await first(again, ({ type }) => type === 'ended')
    expect(ended).toMatchObject({ type: 'ended', reason: 'device_lost' })
    await again.close()
  })

  it('says that sound is missing where its device stood still', async () => {
    const { daemon, capture } = await setUp()
    await addHearing(daemon, 'desk')
    const stream = await capture.open(request('microphone', 'desk'))
    let lastMs = 0
    for await (const delivery of stream.deliveries) {
      if (delivery.type !== 'samples') continue
      if (delivery.discontinuity) {
        expect(delivery.deviceMs).toBeGreaterThan(lastMs + 40)
        break
      }
      if (lastMs === 0) {
        await daemon.suspendSource('desk', true)
        await new Promise((resolve) => void setTimeout(resolve, 100))
        await daemon.suspendSource('desk', false)
      }
      lastMs = delivery.deviceMs
    }
  })

  it('ends its iteration when it is closed, after all that was heard', async () => {
    const { daemon, capture } = await setUp()
    await addSounding(daemon, 'speakers')
    const stream = await capture.open(request('loopback'))
    const types = new Set<string>()
    for await (const { type } of stream.deliveries) {
      types.add(type)
      void stream.close()
    }
    expect([...types]).toEqual(['samples'])
    const other = await capture.open(request('loopback'))
    const ending = first(other, () => false)
    await capture.close()
    await expect(ending).resolves.toBeNull()
    await expect(capture.devices()).rejects.toMatchObject({ reason: 'failed' })
  })
})

describe.skipIf(problem !== null)('a sound server that dies', () => {
  it('ends its streams, is told, and is found again when it is back', async () => {
    const { daemon, capture } = await setUp()
    await addSounding(daemon, 'speakers')
    const stream = await capture.open(request('loopback'))
    await first(stream, ({ type }) => type === 'samples')
    const second = await capture.open(request('loopback'))
    const died = nextChange(capture)
    await daemon.kill()
    await died
    await expect(first(second, ({ type }) => type === 'ended')).resolves.toMatchObject({
      reason: 'server_unreachable',
    })
    await expect(capture.devices()).rejects.toMatchObject({ reason: 'server_unreachable' })
    await expect(capture.open(request('loopback'))).rejects.toMatchObject({
      reason: 'server_unreachable',
    })

    const isBack = nextChange(capture)
    await daemon.restart()
    await isBack
    await addSounding(daemon, 'speakers')
    const third = await capture.open(request('loopback', 'speakers'))
    await expect(first(third, ({ type }) => type === 'samples')).resolves.not.toBeNull()
  })
})

describe.skipIf(problem !== null)('the meters', () => {
  it('show which devices sound, without a stream of ours', async () => {
    const { daemon, capture } = await setUp()
    await addSounding(daemon, 'speakers')
    await daemon.addSink('silent')
    await daemon.addModule('module-sine-source', 'source_name=desk', tone)
    const until = async (kind: DeviceKind, ids: readonly string[]) => {
      for (;;) {
        const peaks = await capture.peaks(kind)
        const isSounding = peaks.some(({ peak }) => peak > 0.1)
        if (isSounding && peaks.length === ids.length) return peaks
        await new Promise((resolve) => void setTimeout(resolve, 40))
      }
    }
    const sinks = await until('loopback', ['speakers', 'silent'])
    expect(sinks.find(({ deviceId }) => deviceId === 'silent')?.peak).toBe(0)
    const sources = await until('microphone', ['desk'])
    expect(sources.map(({ deviceId }) => deviceId)).toEqual(['desk'])
    for (const { peak } of [...sinks, ...sources]) expect(peak).toBeLessThanOrEqual(1)
  })
})
