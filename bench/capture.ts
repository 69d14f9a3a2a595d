/** What hearing devices costs, how late it is, and whether every sample is there: on a private PulseAudio server. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { SAMPLE_RATE } from '#engine/audio/frames.ts'
import {
  type PulseDaemon,
  pulseProblem,
  startPulseDaemon,
} from '#native/capture/testing/pulse-daemon.ts'
import { afterSilence, fitSine } from '#native/capture/testing/sine-fit.ts'
import { atMost, type Bench, type Figure, quantile, rounded, told } from './figures.ts'
import { type Recorded, recordDevices, recordedTrack } from './recorded-devices.ts'
import { growthMb, simulateDay } from './simulated-day.ts'

/** The product asks for periods of this length, and promises the disk after so much more. */
const periodMs = 10
const afterPeriodMs = 10

const quiet = { runs: 3, seconds: 10 } as const
const dayHours = 8
const busy = { runs: 1, seconds: 20 } as const

/** In hertz; neither fits a track that heard the other one. */
const tones = { me: 447, them: 1013 } as const
/** A track follows true time within so much of its device's own pace; a single lost sample turns a tone by far more. */
const steeredPpm = 500

export async function benchCapture(): Promise<Bench> {
  const problem = pulseProblem()
  if (problem) throw new Error(`Nothing can be measured: ${problem}`)
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-bench-'))
  const daemon = await startPulseDaemon()
  try {
    await addDevices(daemon)
    const runs = await recordRuns(daemon, join(folder, 'quiet'), quiet)
    const busyRuns = await whileBusy(() => recordRuns(daemon, join(folder, 'busy'), busy))
    const day = await simulateDay(join(folder, 'day'), dayHours)
    return {
      title: 'Hearing the microphone and the system sound at the same time',
      figures: [
        ...costs(runs),
        ...whole('', runs),
        ...whole(', all cores busy', busyRuns),
        atMost(
          5,
          told('memory, the last of 8 hours less the second', rounded(growthMb(day), 1), 'MB'),
        ),
        atMost(0, told('missing in those 8 hours', rounded(day.missingMs, 1), 'ms')),
      ],
      table: [...runs.map(rowOf('quiet')), ...busyRuns.map(rowOf('busy'))],
    }
  } finally {
    await daemon.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function addDevices(daemon: PulseDaemon): Promise<void> {
  await daemon.addSink('bench-speakers')
  await daemon.addMicrophone('bench-microphone', { rate: 44_100 })
  await daemon.setDefaultSink('bench-speakers')
  await daemon.setDefaultSource('bench-microphone')
}

interface Plan {
  readonly runs: number
  readonly seconds: number
}

async function recordRuns(daemon: PulseDaemon, folder: string, { runs, seconds }: Plan) {
  const recorded: Recorded[] = []
  for (let run = 0; run < runs; run++) {
    // Longer than the recording: a tone that ends would be taken for a hole.
    const playing = [
      daemon.play('bench-speakers', { hertz: tones.them, seconds: seconds + 60 }),
      daemon.play('bench-microphone-mouth', { hertz: tones.me, seconds: seconds + 60 }),
    ]
    recorded.push(await recordDevices(daemon.server, join(folder, String(run)), seconds))
    await Promise.all(playing.map((player) => player.stop()))
  }
  return recorded
}

/** Every core computes, at the same rank as everybody else. */
async function whileBusy<Result>(work: () => Promise<Result>): Promise<Result> {
  const loads: ChildProcess[] = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for(;;);'], { stdio: 'ignore' }),
  )
  try {
    return await work()
  } finally {
    for (const load of loads) load.kill('SIGKILL')
  }
}

function costs(runs: readonly Recorded[]): Figure[] {
  const latencies = runs.flatMap((run) => run.latencies)
  const share = quantile(
    runs.map(({ cpuShare }) => cpuShare * 100),
    0.5,
  )
  const limit = periodMs + afterPeriodMs
  return [
    atMost(
      limit,
      told('from the device to the disk, p50', rounded(quantile(latencies, 0.5), 1), 'ms'),
    ),
    atMost(
      limit,
      told('from the device to the disk, p95', rounded(quantile(latencies, 0.95), 1), 'ms'),
    ),
    atMost(2, told('processor while recording both, of one core', rounded(share), '%')),
  ]
}

function whole(when: string, runs: readonly Recorded[]): Figure[] {
  const bad = runs.map(badWindows)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return [
    atMost(0, told(`bad 10 ms windows of the microphone${when}`, sum(bad.map(({ me }) => me)), '')),
    atMost(0, told(`bad 10 ms windows of the system${when}`, sum(bad.map(({ them }) => them)), '')),
    atMost(0, told(`missing in the ledger${when}`, rounded(sum(runs.map(missingMs)), 1), 'ms')),
  ]
}

function badWindows(run: Recorded): { me: number; them: number } {
  const bad = (track: 'me' | 'them') =>
    fitSine(
      afterSilence(recordedTrack(run, track), SAMPLE_RATE),
      SAMPLE_RATE,
      tones[track],
      steeredPpm,
    ).bad
  return { me: bad('me'), them: bad('them') }
}

function missingMs({ missingMs: tracks }: Recorded): number {
  return tracks.reduce((sum, { lengthMs }) => sum + lengthMs, 0)
}

function rowOf(what: string) {
  return (run: Recorded) => ({
    run: what,
    'p50 ms': rounded(quantile(run.latencies, 0.5), 1),
    'p95 ms': rounded(quantile(run.latencies, 0.95), 1),
    'processor %': rounded(run.cpuShare * 100),
    ...Object.fromEntries(
      Object.entries(badWindows(run)).map(([track, bad]) => [`bad ${track}`, bad]),
    ),
    'missing ms': rounded(missingMs(run), 1),
  })
}
