/**
 * Records microphone and system sound of one sound server with the product's own parts, and prints what it cost as
 * one line of JSON: `record-devices.program.ts SERVER FOLDER SECONDS`. A process of its own, so that its processor time is its own.
 */
import { once } from 'node:events'
import { uptime } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { MeetingId } from '#contract/ids.ts'
import { openDeviceSource } from '#engine/capture/device-source.ts'
import { steadyMs } from '#engine/capture/steady-ms.ts'
import { keepSource } from '#engine/audio/keep-source.ts'
import { folderRecordings } from '#engine/audio/recording.node.ts'
import type { Source, SourceEvent } from '#engine/audio/source.ts'
import { systemClock } from '#engine/runtime/clock.ts'
import { openCapture } from '#native/capture/capture.ts'
import type { Recorded } from './recorded-devices.ts'

/** What starting costs is not what recording costs. */
const warmUpMs = 3_000

const [server = '', folder = '', seconds = '10'] = process.argv.slice(2)
const capture = await openCapture({ server })
const recordings = folderRecordings(folder)
const meetingId = MeetingId.parse(crypto.randomUUID())
const source = await openDeviceSource(
  { kind: 'both', microphoneId: null, systemId: null },
  {
    openCapture: async () => capture,
    clock: systemClock,
    steadyMs,
    uptimeMs: () => uptime() * 1000,
    log: { info() {}, warn() {}, bug: (_, error) => console.error(error) },
  },
)
const latencies: number[] = []
let overruns = 0
const recording = await recordings.create(meetingId, source.tracks)
const kept = keepSource(timed(source), recording)
await wait(warmUpMs)
const cpuBefore = process.cpuUsage()
const startedAt = steadyMs()
await wait(Number(seconds) * 1000)
const { user, system } = process.cpuUsage(cpuBefore)
const wallMs = steadyMs() - startedAt
source.stop()
await kept
await recording.close()
const accounts = await recording.account()
const recorded: Recorded = {
  folder: recordings.folderOf(meetingId),
  cpuShare: (user + system) / 1000 / wallMs,
  latencies,
  overruns,
  missingMs: Array.from(accounts, ([track, { gaps }]) => ({
    track,
    lengthMs: gaps.reduce((sum, { lengthMs }) => sum + lengthMs, 0),
  })),
}
await source[Symbol.asyncDispose]()
await recording[Symbol.asyncDispose]()
await capture.close()
if (!process.stdout.write(JSON.stringify(recorded))) await once(process.stdout, 'drain')

/** The source itself; whoever keeps it asks for the next event when the last is on disk. */
function timed(heard: Source): Source {
  async function* events(): AsyncGenerator<SourceEvent> {
    for await (const event of heard.events) {
      yield event
      if (event.type === 'gap' && event.cause === 'overrun') overruns++
      if (event.type !== 'samples' || event.deviceMs === null) continue
      const age = steadyMs() - event.deviceMs
      const lengthMs = event.samples.length / 16
      // A sample each millisecond of the piece: the first waited longest.
      for (let at = 0; at < lengthMs; at++) latencies.push(age - at)
    }
  }
  return Object.assign(Object.create(heard) as Source, { events: events() })
}
