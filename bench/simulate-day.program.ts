/**
 * Records two scripted devices for eight hours in as little time as the machine needs, into real files, and prints
 * what the process held in each hour as one line of JSON: `simulate-day.program.ts FOLDER HOURS`.
 */
import { MeetingId } from '#contract/ids.ts'
import { openDeviceSource } from '#engine/capture/device-source.ts'
import { scriptedDevices } from '#engine/capture/testing/scripted-devices.ts'
import { keepSource } from '#engine/audio/keep-source.ts'
import { folderRecordings } from '#engine/audio/recording.node.ts'
import type { SimulatedDay } from './simulated-day.ts'

/** Simulated time in one go: what is heard in it waits for the disk in memory. */
const strideMs = 500
/** What may be on its way from the device to the disk. */
const onItsWayMs = 400
const hourMs = 3_600_000

const [folder = '', hours = '8'] = process.argv.slice(2)
const devices = scriptedDevices()
devices.add({
  id: 'microphone',
  kind: 'microphone',
  isDefault: true,
  plays: 0.1,
  sampleRate: 48_000,
})
devices.add({ id: 'speakers', kind: 'loopback', isDefault: true, plays: 0.2, sampleRate: 44_100 })
const recordings = folderRecordings(folder)
const source = await openDeviceSource(
  { kind: 'both', microphoneId: null, systemId: null },
  {
    openCapture: async () => devices.capture,
    clock: devices.clock,
    steadyMs: devices.steadyMs,
    uptimeMs: devices.uptimeMs,
    log: { info() {}, warn() {}, bug: (_, error) => console.error(error) },
  },
)
const recording = await recordings.create(MeetingId.parse(crypto.randomUUID()), source.tracks)
const kept = keepSource(source, recording)
const heldMb: number[] = []
for (let hour = 0; hour < Number(hours); hour++) {
  let least = Infinity
  for (let at = strideMs; at <= hourMs; at += strideMs) {
    await devices.run(strideMs)
    await written(hour * hourMs + at - onItsWayMs)
    least = Math.min(least, process.memoryUsage.rss() / 1e6)
  }
  heldMb.push(least)
}
source.stop()
await devices.run(1000)
await kept
const lengths = source.tracks.map((track) => recording.length(track) / 16)
await recording.close()
const missingMs = Array.from((await recording.account()).values())
  .flatMap(({ gaps }) => gaps)
  .reduce((sum, { lengthMs }) => sum + lengthMs, 0)
await source[Symbol.asyncDispose]()
await recording[Symbol.asyncDispose]()
const day: SimulatedDay = { heldMb, missingMs, lengthMs: Math.min(...lengths) }
process.stdout.write(JSON.stringify(day))

/** Simulated time runs ahead of the disk, which is real. */
async function written(ms: number): Promise<void> {
  for (const track of source.tracks) await recording.grown(track, ms * 16 - 1)
}
