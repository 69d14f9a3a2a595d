/** Recording real devices in a process of its own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TrackName } from '#contract/transcript.ts'
import { HEADER_BYTES } from '#engine/audio/wav-header.ts'
import { runScript } from './programs.ts'

/** What `record-devices.program.ts` prints. */
export interface Recorded {
  readonly folder: string
  /** Of one core, 0 to 1, after the start. */
  readonly cpuShare: number
  /** One for each millisecond of sound: from being heard by the device to being in the file, in milliseconds. */
  readonly latencies: readonly number[]
  readonly overruns: number
  readonly missingMs: ReadonlyArray<{ readonly track: TrackName; readonly lengthMs: number }>
}

export async function recordDevices(
  server: string,
  folder: string,
  seconds: number,
): Promise<Recorded> {
  const args = [server, folder, String(seconds)]
  const { output } = await runScript('bench/record-devices.program.ts', args)
  return JSON.parse(output) as Recorded
}

/** A recorded track, full scale at ±1, 16 kHz. */
export function recordedTrack({ folder }: Recorded, track: TrackName): Float32Array {
  const bytes = readFileSync(join(folder, `${track}.wav`)).subarray(HEADER_BYTES)
  const samples = new Float32Array(bytes.length >> 1)
  for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(2 * i) / 32_768
  return samples
}
