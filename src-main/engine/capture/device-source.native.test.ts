/** A source of real devices, on a sound server of the test's own. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { captureProblem, openCapture } from '#native/capture/capture.ts'
import {
  type PulseDaemon,
  pulseProblem,
  startPulseDaemon,
} from '#native/capture/testing/pulse-daemon.ts'
import type { Source } from '../audio/source.ts'
import { toSamples } from '../audio/frames.ts'
import { systemClock } from '../runtime/clock.ts'
import { type DeviceChoice, openDeviceSource } from './device-source.ts'
import { steadyMs } from './steady-ms.ts'
import { followTones, type ToneFollower } from './testing/follow-tones.ts'

const both: DeviceChoice = { kind: 'both', microphoneId: null, systemId: null }
/** Whole periods of these fill whole numbers of frames at 44.1 kHz, in which the server makes its tones. */
const tone = { mic: 1050, speaker: 450, headset: 700 }
const log = {
  info: () => {},
  warn: () => {},
  bug: (_: string, error: unknown) => expect.fail(String(error)),
}

/** A speaker and a microphone, each with its own tone. */
async function furnish(daemon: PulseDaemon): Promise<{ speaker: number }> {
  const speaker = await daemon.addSink('speaker', { description: 'Speaker' })
  await daemon.addModule('module-sine', 'sink=speaker', `frequency=${tone.speaker}`)
  const { mouth } = await daemon.addMicrophone('mic')
  await daemon.addModule('module-sine', `sink=${mouth}`, `frequency=${tone.mic}`)
  await daemon.setDefaultSink('speaker')
  await daemon.setDefaultSource('mic')
  return { speaker }
}

async function addHeadset(daemon: PulseDaemon): Promise<void> {
  await daemon.addSink('headset', { rate: 44_100, description: 'Headset' })
  await daemon.addModule('module-sine', 'sink=headset', `frequency=${tone.headset}`)
}

async function listen(choice: DeviceChoice = both, furnishing = furnish) {
  const daemon = await startPulseDaemon()
  onTestFinished(() => daemon.close())
  const modules = await furnishing(daemon)
  const capture = await openCapture({ server: daemon.server })
  onTestFinished(() => capture.close())
  const source = await openDeviceSource(choice, {
    openCapture: async () => capture,
    clock: systemClock,
    steadyMs,
    uptimeMs: () => steadyMs(),
    log,
  })
  onTestFinished(() => source[Symbol.asyncDispose]())
  const heard = followTones(source, Object.values(tone))
  return { daemon, ...modules, source, heard }
}

async function end(source: Source, heard: ToneFollower): Promise<void> {
  source.stop()
  await heard.over
}

const problem = pulseProblem() ?? captureProblem()

describe.skipIf(problem !== null)('devices on a real sound server', { timeout: 60_000 }, () => {
  it('are heard each on its own track, in step', async () => {
    const { source, heard } = await listen()
    await Promise.all([heard.hears('me', tone.mic), heard.hears('them', tone.speaker)])
    await end(source, heard)
    expect(Math.abs(heard.length('me') - heard.length('them'))).toBeLessThan(toSamples(500))
    expect(heard.events.filter(({ type }) => type === 'format')).toMatchObject([
      { sampleRate: expect.any(Number) },
      { sampleRate: expect.any(Number) },
    ])
  })

  it('are followed when the default changes, and nothing is missing on the way', async () => {
    const { daemon, source, heard } = await listen()
    await heard.hears('them', tone.speaker)
    await addHeadset(daemon)
    const before = heard.length('them')
    await daemon.setDefaultSink('headset')
    await heard.hears('them', tone.headset, before)
    await heard.hears('me', tone.mic)
    await end(source, heard)
    expect(heard.gaps('them', before, heard.length('them'))).toEqual([])
  })

  it('may be unplugged: the next default is heard, and the hole is told', async () => {
    const { daemon, speaker, source, heard } = await listen()
    await heard.hears('them', tone.speaker)
    await addHeadset(daemon)
    const before = heard.length('them')
    await daemon.removeModule(speaker)
    await daemon.setDefaultSink('headset')
    await heard.hears('them', tone.headset, before)
    await end(source, heard)
    const causes = heard.gaps('them', before, heard.length('them')).map(({ what }) => what)
    expect(['device_lost', 'device_changed']).toEqual(expect.arrayContaining([...new Set(causes)]))
    expect(heard.gaps('me', 0, heard.length('me'))).toEqual([])
  })

  it('are heard again after the sound server died, and the time between is told on both tracks', async () => {
    const { daemon, source, heard } = await listen()
    await Promise.all([heard.hears('me', tone.mic), heard.hears('them', tone.speaker)])
    const before = { me: heard.length('me'), them: heard.length('them') }
    await daemon.kill()
    await heard.told((event) => event.type === 'warning' && event.warning.code === 'device_lost')
    await daemon.restart()
    await furnish(daemon)
    await Promise.all([
      heard.hears('me', tone.mic, before.me),
      heard.hears('them', tone.speaker, before.them),
    ])
    await end(source, heard)
    for (const track of ['me', 'them'] as const) {
      const gaps = heard.gaps(track, before[track], heard.length(track))
      // What was lost is told as such; the server may have been asked for devices that were not there yet.
      expect(['device_lost', 'no_device']).toEqual(
        expect.arrayContaining([...new Set(gaps.map(({ what }) => what))]),
      )
      expect(gaps.length).toBeGreaterThan(0)
    }
    expect(Math.abs(heard.length('me') - heard.length('them'))).toBeLessThan(toSamples(500))
  })

  it('are heard where something plays, when the default plays nothing', async () => {
    const { source, heard } = await listen({ kind: 'system', deviceId: null }, async (daemon) => {
      const speaker = await daemon.addSink('speaker', { description: 'Speaker' })
      await addHeadset(daemon)
      await daemon.setDefaultSink('speaker')
      return { speaker }
    })
    await heard.hears('them', tone.headset)
    await end(source, heard)
    const warnings = heard.events.filter(({ type }) => type === 'warning')
    expect(JSON.stringify(warnings)).toContain(
      '“Speaker” is silent while “Headset” plays. “Headset” is heard now.',
    )
  })

  it('are refused when they were named and do not exist', async () => {
    await expect(listen({ kind: 'system', deviceId: 'nobody' })).rejects.toMatchObject({
      code: 'device_unknown',
    })
  })
})
