/** A computer with one microphone and one output, and a source that listens to it. */
import { expect, onTestFinished } from 'vitest'
import type { Source } from '../../audio/source.ts'
import type { Log } from '../../runtime/log.ts'
import { type DeviceChoice, openDeviceSource } from '../device-source.ts'
import { type Heard, hearSource } from './hear-track.ts'
import { scriptedDevices } from './scripted-devices.ts'

export const both: DeviceChoice = { kind: 'both', microphoneId: null, systemId: null }

const log: Log = {
  info: () => {},
  warn: () => {},
  bug: (_event, error) => expect.fail(String(error)),
}

/** The microphone hears 0.25, the speaker plays 0.5. */
export function scriptedComputer() {
  const devices = scriptedDevices()
  const mic = devices.add({ id: 'mic', kind: 'microphone', isDefault: true, plays: 0.25 })
  const speaker = devices.add({ id: 'speaker', kind: 'loopback', isDefault: true, plays: 0.5 })
  const { capture, clock, steadyMs, uptimeMs } = devices
  const parts = {
    openCapture: async () => capture,
    clock,
    steadyMs,
    uptimeMs,
    log,
    outputsSendSilence: false,
  }

  async function listen(choice: DeviceChoice): Promise<Source> {
    const source = await openDeviceSource(choice, parts)
    onTestFinished(() => source[Symbol.asyncDispose]())
    return source
  }

  return {
    devices,
    mic,
    speaker,
    listen,
    async hear(choice: DeviceChoice): Promise<{ source: Source; heard: Heard }> {
      const source = await listen(choice)
      return { source, heard: hearSource(source) }
    },
    /** Stops, and gives time for what was heard to be told. */
    async end(source: Source, heard: Heard): Promise<void> {
      source.stop()
      await devices.run(300)
      await heard.over
    },
  }
}

/** Devices are switched, and stops are carried out, within some of their periods. */
export const near = (ms: number, expected: number): boolean => Math.abs(ms - expected) <= 100

/** The length of a stretch, which must be this sound. */
export function msOf(stretch: string, sound: string): number {
  const [name, , ms] = stretch.split(' ')
  expect(name).toBe(sound)
  return Number(ms)
}
