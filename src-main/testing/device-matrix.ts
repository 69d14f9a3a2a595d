/**
 * What a recording of real devices lives through: outputs that are unplugged, defaults that change, rates that change,
 * a sound server that is killed. Each round does all of it while both sides are recorded, and says what it cost.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MeetingId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'
import { toMs } from '#engine/audio/frames.ts'
import { keepSource } from '#engine/audio/keep-source.ts'
import { folderRecordings } from '#engine/audio/recording.node.ts'
import { openDeviceSource } from '#engine/capture/device-source.ts'
import { steadyMs } from '#engine/capture/steady-ms.ts'
import { damagedWindows } from '#engine/capture/testing/damaged-windows.ts'
import { followTones, type ToneFollower } from '#engine/capture/testing/follow-tones.ts'
import { systemClock } from '#engine/runtime/clock.ts'
import type { Log } from '#engine/runtime/log.ts'
import { openCapture } from '#native/capture/capture.ts'
import { type PulseDaemon, startPulseDaemon } from '#native/capture/testing/pulse-daemon.ts'

/** What one deed did to one side. */
export interface MatrixRow {
  readonly round: number
  readonly deed: 'unplugged' | 'default changed' | 'rate changed' | 'server killed'
  readonly track: TrackName
  /** From the deed until the right device was heard for a fifth of a second. */
  readonly backMs: number
  /** Told as missing. */
  readonly missingMs: number
  /** Neither the tone of a device, nor silence, nor the moment of a change. */
  readonly damagedMs: number
}

export interface DeviceMatrix {
  readonly rows: readonly MatrixRow[]
  /** By how much the tracks differ in length at the end. */
  readonly apartMs: number
  /** By how much the recording is longer or shorter than the time it took. */
  readonly strayMs: number
}

/** Whole periods fill whole numbers of frames at 44.1 kHz, in which the server makes its tones. */
const tone = { mic: 1050, speaker: 450, headset: 700 } as const

/** Both sides; of the microphone, only the end of the server is felt. */
const tracks = ['me', 'them'] as const

export async function runDeviceMatrix(rounds: number): Promise<DeviceMatrix> {
  const daemon = await startPulseDaemon()
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-matrix-'))
  try {
    return await recordMatrix(daemon, folder, rounds)
  } finally {
    await daemon.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function recordMatrix(
  daemon: PulseDaemon,
  folder: string,
  rounds: number,
): Promise<DeviceMatrix> {
  const room = await furnish(daemon)
  const capture = await openCapture({ server: daemon.server })
  await using source = await openDeviceSource(
    { kind: 'both', microphoneId: null, systemId: null },
    { openCapture: async () => capture, clock: systemClock, steadyMs, uptimeMs: steadyMs, log },
  )
  await using recording = await folderRecordings(folder).create(
    MeetingId.parse(crypto.randomUUID()),
    source.tracks,
  )
  const heard = followTones(source, Object.values(tone), (tapped) => keepSource(tapped, recording))
  await Promise.all([heard.hears('me', tone.mic), heard.hears('them', tone.speaker)])
  const startMs = steadyMs()
  const startLength = recording.length('me')

  const rows: MatrixRow[] = []
  for (let round = 1; round <= rounds; round++)
    for (const deed of room.deeds) rows.push(...(await doDeed(deed, round, heard)))

  const lengthMs = toMs(recording.length('me') - startLength)
  const strayMs = lengthMs - (steadyMs() - startMs)
  source.stop()
  await heard.over
  const apartMs = toMs(Math.abs(recording.length('me') - recording.length('them')))
  await capture.close()
  return { rows, apartMs, strayMs }
}

interface Deed {
  readonly name: MatrixRow['deed']
  readonly act: () => Promise<void>
  /** What is heard after it. */
  readonly them: number
}

async function doDeed(deed: Deed, round: number, heard: ToneFollower): Promise<MatrixRow[]> {
  const before = new Map(tracks.map((track) => [track, heard.length(track)]))
  const actedMs = steadyMs()
  await deed.act()
  return Promise.all(
    tracks.map(async (track) => {
      const from = before.get(track) ?? 0
      // Untouched sides are heard before and after alike.
      await heard.hears(track, track === 'me' ? tone.mic : deed.them, from)
      const to = heard.length(track)
      const missing = heard.gaps(track, from, to).reduce((sum, { length }) => sum + length, 0)
      const windows = heard.windows(track, from, to)
      return {
        round,
        deed: deed.name,
        track,
        backMs: Math.round(steadyMs() - actedMs),
        missingMs: toMs(missing),
        damagedMs: 20 * damagedWindows(windows),
      }
    }),
  )
}

/** A speaker, a headset and a microphone, each with its own tone, and what can be done to them. */
async function furnish(daemon: PulseDaemon) {
  let headset: readonly number[] = []

  async function addSink(name: 'speaker' | 'headset', rate: number): Promise<readonly number[]> {
    const sink = await daemon.addSink(name, { rate })
    const sine = await daemon.addModule('module-sine', `sink=${name}`, `frequency=${tone[name]}`)
    return [sine, sink]
  }

  async function addAll(): Promise<void> {
    await addSink('speaker', 48_000)
    const { mouth } = await daemon.addMicrophone('mic')
    await daemon.addModule('module-sine', `sink=${mouth}`, `frequency=${tone.mic}`)
    await daemon.setDefaultSink('speaker')
    await daemon.setDefaultSource('mic')
  }

  async function plugIn(rate: number): Promise<void> {
    headset = await addSink('headset', rate)
    await daemon.setDefaultSink('headset')
  }

  /** Its tone goes first: the server would play it on another output. */
  async function unplug(): Promise<void> {
    for (const module of headset) await daemon.removeModule(module)
  }

  const deeds: readonly Deed[] = [
    { name: 'default changed', them: tone.headset, act: () => plugIn(48_000) },
    {
      name: 'rate changed',
      them: tone.headset,
      // A null sink keeps its rate for life: the same device comes back with another one.
      async act() {
        await unplug()
        await plugIn(44_100)
      },
    },
    {
      name: 'unplugged',
      them: tone.speaker,
      async act() {
        await unplug()
        await daemon.setDefaultSink('speaker')
      },
    },
    {
      name: 'server killed',
      them: tone.speaker,
      async act() {
        await daemon.kill()
        await daemon.restart()
        await addAll()
      },
    },
  ]
  await addAll()
  return { deeds }
}

const log: Log = {
  info() {},
  warn() {},
  bug(_event, error) {
    throw error
  },
}
