/** What it costs to seal sound, beside plain files: while it is recorded, when it is read, and once for what is old. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { MeetingId } from '../src-main/contract/ids.ts'
import { folderRecordings } from '../src-main/engine/audio/recording.node.ts'
import { seal, unseal } from '../src-main/engine/keys/seal.ts'
import { atMost, type Bench, quantile, rounded, told } from './figures.ts'

const master = randomBytes(32)
const locking = {
  wrap: (key: Uint8Array, place: string) => seal(master, key, place),
  unwrap: (wrapped: Uint8Array, place: string) => unseal(master, wrapped, place),
}
/** What a device brings at a time: 10 ms. */
const packet = Int16Array.from({ length: 160 }, (_, at) => Math.round(8_000 * Math.sin(at / 7)))
/** Each of the two is measured so often, in turn. */
const rounds = 5
const hour = 3_600 * 16_000
const tracks = ['me', 'them'] as const

export async function benchSealed(seconds: number): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-bench-'))
  try {
    const forms = {
      plain: folderRecordings(folder),
      sealed: folderRecordings(folder, Date.now, locking),
    }
    const idle: number[] = []
    const plain: Recorded[] = []
    const sealed: Recorded[] = []
    for (let round = 0; round < rounds; round++) {
      idle.push(await coreShare(seconds / rounds, () => undefined))
      plain.push(await recording(forms.plain, seconds / rounds))
      sealed.push(await recording(forms.sealed, seconds / rounds))
    }
    const still = Math.min(...idle)
    const plainHour = await readHour(forms.plain)
    const sealedHour = await readHour(forms.sealed)
    const beganMs = performance.now()
    await forms.sealed.seal(plainHour.meetingId)
    const sealingMs = performance.now() - beganMs
    return {
      title: `Sealed sound (two tracks of 10 ms packets at real pace for ${seconds} s; an hour of one track)`,
      figures: [
        told('append, plain, p50', rounded(least(plain, 'p50'), 1), 'µs'),
        told('append, sealed, p50', rounded(least(sealed, 'p50'), 1), 'µs'),
        told('append, sealed, p99', rounded(least(sealed, 'p99'), 1), 'µs'),
        told('recording, plain', rounded(least(plain, 'share') - still), '% of a core'),
        atMost(
          5,
          told('recording, sealed', rounded(least(sealed, 'share') - still), '% of a core'),
        ),
        told('an hour read, plain', rounded(plainHour.ms / 1000), 's'),
        told('an hour read, sealed', rounded(sealedHour.ms / 1000), 's'),
        told('an hour sealed afterwards, compared and destroyed', rounded(sealingMs / 1000), 's'),
      ],
      table: [],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface Recorded {
  /** Percent of a core. */
  readonly share: number
  /** Microseconds of one append. */
  readonly p50: number
  readonly p99: number
}

/** What else this computer does only ever adds to a figure. */
function least(recorded: readonly Recorded[], of: keyof Recorded): number {
  return Math.min(...recorded.map((each) => each[of]))
}

type Recordings = ReturnType<typeof folderRecordings>

async function recording(recordings: Recordings, seconds: number): Promise<Recorded> {
  await using live = await recordings.create(MeetingId.parse(randomUUID()), tracks)
  const tookUs: number[] = []
  const share = await coreShare(seconds, () => {
    for (const track of tracks) {
      const began = performance.now()
      void live.append(track, packet)
      tookUs.push((performance.now() - began) * 1000)
    }
  })
  return { share, p50: quantile(tookUs, 0.5), p99: quantile(tookUs, 0.99) }
}

/** Percent of a core of the whole process, threads included, while `work` is done every 10 ms. */
async function coreShare(seconds: number, work: () => void): Promise<number> {
  const beganMs = performance.now()
  const before = process.cpuUsage()
  for (let done = 0; done < seconds * 100; done++) {
    await sleep(Math.max(0, beganMs + done * 10 - performance.now()))
    work()
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 10 / (performance.now() - beganMs)
}

async function readHour(recordings: Recordings) {
  const meetingId = MeetingId.parse(randomUUID())
  {
    await using live = await recordings.create(meetingId, ['mix'])
    const second = Int16Array.from({ length: 16_000 }, (_, at) => packet[at % 160] ?? 0)
    for (let done = 0; done < hour; done += second.length) await live.append('mix', second)
  }
  await using sound = await recordings.open(meetingId)
  const beganMs = performance.now()
  for (let at = 0; at < hour; at += 160_000) await sound.read('mix', at, at + 160_000)
  return { meetingId, ms: performance.now() - beganMs }
}
