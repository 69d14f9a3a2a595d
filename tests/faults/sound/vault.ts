/** Recordings in a folder of their own, sealed with keys that the programs which are killed know too. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MeetingId } from '../../../src-main/contract/ids.ts'
import { folderRecordings } from '../../../src-main/engine/audio/recording.node.ts'
import type { Recordings } from '../../../src-main/engine/audio/recording.ts'
import { seal, unseal } from '../../../src-main/engine/keys/seal.ts'

export const tracks = ['me', 'them'] as const
export const device = 'Headset of Zanzibar Quartz'

const locking = (() => {
  const master = createHash('sha256').update('the keys of a folder that is tried').digest()
  return {
    wrap: (key: Uint8Array, place: string) => seal(master, key, place),
    unwrap: (wrapped: Uint8Array, place: string) => unseal(master, wrapped, place),
  }
})()

export const sealedIn = (root: string): Recordings => folderRecordings(root, Date.now, locking)
export const plainIn = (root: string): Recordings => folderRecordings(root)
export const unlock = locking.unwrap

export interface Vault extends AsyncDisposable {
  readonly root: string
  readonly sealed: Recordings
  readonly plain: Recordings
}

export async function vault(): Promise<Vault> {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-vault-'))
  return {
    root,
    sealed: sealedIn(root),
    plain: plainIn(root),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  }
}

export const newId = (): MeetingId => MeetingId.parse(randomUUID())

/** Sound of which every sample tells where it is. */
export function sound(from: number, length: number): Int16Array {
  return Int16Array.from({ length }, (_, i) => ((from + i) * 31) % 30_011)
}

/** Both tracks are so long, and one of them names its device. */
export async function record(recordings: Recordings, samples: number): Promise<MeetingId> {
  const meetingId = newId()
  await using recording = await recordings.create(meetingId, tracks)
  recording.note({
    type: 'source',
    track: 'me',
    at: 0,
    name: device,
    sampleRate: 48_000,
    channels: 1,
  })
  for (const track of tracks)
    for (let at = 0; at < samples; at += 16_000)
      await recording.append(track, sound(at, Math.min(16_000, samples - at)))
  return meetingId
}

/** The places at which what was read is not what was recorded. */
export function wrongIn(read: Int16Array): number[] {
  const right = sound(0, read.length)
  const wrong: number[] = []
  for (let at = 0; at < read.length; at++) if (read[at] !== right[at]) wrong.push(at)
  return wrong
}
