/**
 * How much of a tone reaches us whole: `node native/capture/testing/measure-integrity.program.ts`. Prints one line of JSON per run.
 * A microphone and a loopback are captured at the same moment, from a sound server of our own.
 */
import { openCapture } from '../capture.ts'
import type { CaptureStream, DeviceKind } from '../stream.ts'
import { listen } from './listen.ts'
import { type PulseDaemon, pulseProblem, startPulseDaemon } from './pulse-daemon.ts'
import { afterSilence, fitSine, tellingHertz } from './sine-fit.ts'

interface IntegrityRun {
  readonly kind: DeviceKind
  readonly run: number
  readonly windows: number
  readonly bad: number
  readonly badPercent: number
  readonly overrunSamples: number
  readonly discontinuities: number
  /** The widest step between the end of a chunk and the beginning of the next. */
  readonly worstStepMs: number
}

/** Throws a sentence where there is no PulseAudio. */
async function measureIntegrity(runs = 3, seconds = 10): Promise<IntegrityRun[]> {
  const problem = pulseProblem()
  if (problem !== null) throw new Error(problem)
  const daemon = await startPulseDaemon()
  try {
    await addTones(daemon)
    const results: IntegrityRun[] = []
    for (let run = 1; run <= runs; run++) {
      const capture = await openCapture({ server: daemon.server })
      const open = (kind: DeviceKind) =>
        capture.open({ kind, deviceId: null, excludeOwnProcess: false, ringMs: 10_000 })
      const streams = await Promise.all([open('microphone'), open('loopback')])
      results.push(...(await Promise.all(streams.map((stream) => judge(stream, run, seconds)))))
      await capture.close()
    }
    return results
  } finally {
    await daemon.close()
  }
}

/** The server plays by itself: the stumbling of a player would be counted as ours. */
async function addTones(daemon: PulseDaemon) {
  const { mouth } = await daemon.addMicrophone('desk', { rate: 44_100, channels: 1 })
  await daemon.addSink('speakers')
  await daemon.setDefaultSink('speakers')
  await daemon.setDefaultSource('desk')
  for (const sink of [mouth, 'speakers']) {
    await daemon.addModule('module-sine', `sink=${sink}`, `frequency=${tellingHertz}`)
  }
}

async function judge(stream: CaptureStream, run: number, seconds: number): Promise<IntegrityRun> {
  const { sampleRate } = stream
  const { samples, chunks, discontinuities, overrun } = await listen(stream, seconds + 0.1)
  const { windows, bad } = fitSine(afterSilence(samples, sampleRate), sampleRate, tellingHertz)
  const steps = chunks.slice(1).map(({ deviceMs }, i) => {
    const before = chunks[i] ?? { deviceMs, length: 0 }
    return Math.abs(deviceMs - before.deviceMs - (before.length * 1000) / sampleRate)
  })
  return {
    kind: stream.device.kind,
    run,
    windows,
    bad,
    badPercent: (100 * bad) / windows,
    overrunSamples: overrun,
    discontinuities,
    worstStepMs: Math.max(...steps),
  }
}

for (const result of await measureIntegrity()) console.log(JSON.stringify(result))
