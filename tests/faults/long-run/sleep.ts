/** The computer sleeps amid a meeting: everything stands still, and goes on later. */
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDeviceSource } from '#engine/capture/device-source.ts'
import { scriptedDevices } from '#engine/capture/testing/scripted-devices.ts'
import { plainMeeting } from '../../../src-main/testing/plain-meeting.ts'
import { realEngine } from '../../../src-main/testing/real-engine.ts'
import type { Row, Trial } from '../fault.ts'
import { grounds } from '../place.ts'
import { playedEngine } from '../played-engine.ts'

const pace = 4
const hourMs = 3_600_000

export async function sleeps({ long }: Trial): Promise<Row[]> {
  const rows = [await inTheLedger(false), await inTheLedger(true)]
  // Only there can processes be stopped and go on.
  return process.platform === 'win32' ? rows : [...rows, await allStopped(long ? 60_000 : 4_000)]
}

/** Engine and workers are stopped at once, and go on at once: none of them may be taken for stuck. */
async function allStopped(sleepMs: number): Promise<Row> {
  await using trying = await grounds()
  await using folder = await trying.place()
  await using engine = await playedEngine(folder, pace)
  const stopped = engine.heard('meeting.stopped')
  const meetingId = await engine.start()
  await engine.heard('segment.committed')
  await wait(500)
  const all = folder.processes()
  for (const pid of all) process.kill(pid, 'SIGSTOP')
  await wait(sleepMs)
  for (const pid of all) process.kill(pid, 'SIGCONT')
  const wokenAt = performance.now()
  await engine.heard('segment.committed')
  const recoveredMs = performance.now() - wokenAt
  const { meeting } = await stopped
  const { segments } = await engine.client.call('meeting.read', { meetingId })
  const givenMs = Math.floor(Math.max(engine.handed().me, engine.handed().them) / 16)
  const log = readLog(folder.data)
  return {
    fault: `sleep: engine and workers stand still for ${sleepMs / 1000} s`,
    tried: 1,
    recoveredMs: { value: recoveredMs, atMost: 30_000 },
    lost: {
      value: Math.max(0, givenMs - meeting.durationMs) + meeting.unreadMs,
      atMost: 1_000,
      unit: 'ms of sound',
    },
    broken: [
      ...(log.includes('"recognition.lost"')
        ? ['The recognition process was taken for lost.']
        : []),
      ...(all.length > 1 ? [] : ['No worker was stopped.']),
      ...(segments.length > 0 ? [] : ['There is no text.']),
    ],
  }
}

function readLog(data: string): string {
  const path = join(data, 'logs', 'rtstt.log')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** Devices on a clock of their own sleep for an hour; the steady clock goes on meanwhile or does not. */
async function inTheLedger(steadily: boolean): Promise<Row> {
  const data = await mkdtemp(join(tmpdir(), 'rtstt-sleep-'))
  try {
    const devices = scriptedDevices()
    const desk = { id: 'desk', kind: 'microphone', isDefault: true, plays: 0.1 } as const
    devices.add({ ...desk, sampleRate: 16_000 })
    const { clock, steadyMs, uptimeMs, capture } = devices
    const log = { info() {}, warn() {}, bug: console.error }
    await using engine = await realEngine({
      dataFolder: data,
      sound: {
        devices: { list: async () => [], watch: () => () => {} },
        openSource: (choice) => {
          if (choice.kind === 'file' || choice.kind === 'sample') throw new Error('Not a device.')
          const world = { openCapture: async () => capture, clock, steadyMs, uptimeMs, log }
          return openDeviceSource(choice, world)
        },
      },
    })
    const source = { kind: 'microphone', deviceId: null } as const
    const { id: meetingId } = await engine.api['meeting.start']({ ...plainMeeting, source })
    await devices.run(5_000)
    if (steadily) devices.sleepSteadily(hourMs)
    else devices.sleep(hourMs)
    await devices.run(5_000)
    // Stopping waits for devices, which go on only while their clock does.
    const stopping = engine.api['meeting.stop']({ meetingId })
    const running = (async () => {
      for (let count = 0; count < 50; count++) {
        await devices.run(100)
        await wait(5)
      }
    })()
    const { durationMs, unreadMs } = await stopping
    await running
    const { tracks } = await engine.api['meeting.read']({ meetingId })
    const account = tracks[0]?.account
    const asleep = (account?.pauses ?? []).filter(({ cause }) => cause === 'sleep')
    const gapMs = (account?.gaps ?? []).reduce((sum, { lengthMs }) => sum + lengthMs, 0)
    return {
      fault: `sleep: an hour in the ledger, the steady clock ${steadily ? 'goes on' : 'stops'}`,
      tried: 1,
      recoveredMs: null,
      lost: { value: gapMs + unreadMs, atMost: 1_000, unit: 'ms of sound' },
      broken: [
        ...(asleep.length === 1 ? [] : [`The ledger tells of ${asleep.length} sleeps.`]),
        ...(durationMs >= 9_000 && durationMs < 60_000 ? [] : [`It lasts ${durationMs} ms.`]),
      ],
    }
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5 })
  }
}
