import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MeetingId } from '../../../src-main/contract/ids.ts'
import { type Chance, chance } from '../chance.ts'
import type { Row, Trial } from '../fault.ts'
import { record, tracks, type Vault, vault, wrongIn } from './vault.ts'

const samples = 16_000 * 5 + 777
/** What one record holds: the most that one spoiled byte may cost. */
const recordMs = 200

interface Harm {
  readonly fault: string
  /** Whether it is done to this file. */
  readonly touches: (name: string) => boolean
  readonly spoil: (bytes: Buffer, random: Chance) => Buffer
}

const flip: Harm = {
  fault: 'a bit of a sealed recording is changed',
  touches: () => true,
  spoil(bytes, random) {
    const changed = Buffer.from(bytes)
    const at = random.between(0, bytes.length)
    changed.writeUInt8(changed.readUInt8(at) ^ (1 << random.between(0, 8)), at)
    return changed
  },
}

const cut: Harm = {
  fault: 'a file of a sealed recording is cut',
  // Without its key a recording is gone, and meant to be.
  touches: (name) => !name.endsWith('.key'),
  spoil: (bytes, random) => bytes.subarray(0, random.between(0, bytes.length)),
}

/** Spoils one file of a recording at a time, whichever, and looks for what is lost that nobody tells. */
export async function damagedFiles(trial: Trial): Promise<Row[]> {
  await using whole = await vault()
  await using spoiled = await vault()
  const meetingId = await record(whole.sealed, samples)
  await whole.sealed.loudness(meetingId)
  const rows: Row[] = []
  for (const harm of [flip, cut]) rows.push(await rowOf(harm, { whole, spoiled, meetingId, trial }))
  return rows
}

interface Trying {
  readonly whole: Vault
  /** Holds the copy that is spoiled. */
  readonly spoiled: Vault
  readonly meetingId: MeetingId
  readonly trial: Trial
}

async function rowOf(harm: Harm, trying: Trying): Promise<Row> {
  const { whole, meetingId, trial } = trying
  const tries = trial.long ? 2_000 : 100
  const random = chance(trial.seed + 2)
  const broken = new Set<string>()
  let lost = 0
  const names = (await readdir(whole.sealed.folderOf(meetingId))).filter(harm.touches).toSorted()
  for (let tried = 0; tried < tries; tried++) {
    const name = names[random.between(0, names.length)] ?? ''
    try {
      const found = await tryOnce(trying, name, (bytes) => harm.spoil(bytes, random))
      lost = Math.max(lost, found.lost)
      for (const sentence of found.broken) broken.add(sentence)
    } catch (error) {
      broken.add(`reading failed: ${error instanceof Error ? error.message : 'not an error'}`)
    }
  }
  trial.say(`${harm.fault}: ${tries}`)
  return {
    fault: harm.fault,
    tried: tries,
    recoveredMs: null,
    lost: { value: lost / 16, atMost: recordMs, unit: 'ms of sound' },
    broken: [...broken],
  }
}

async function tryOnce(
  { whole, spoiled: { sealed }, meetingId }: Trying,
  name: string,
  spoil: (bytes: Buffer) => Buffer,
) {
  const folder = sealed.folderOf(meetingId)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  await cp(whole.sealed.folderOf(meetingId), folder, { recursive: true })
  const path = join(folder, name)
  const before = await readFile(path)
  const after = spoil(before)
  await writeFile(path, after)

  await using recording = await sealed.open(meetingId)
  const broken: string[] = []
  let lost = 0
  for (const track of tracks) {
    const left = name === `${track}.sound` ? after.length / before.length : 1
    const read = await recording.read(track, 0, 2 * samples)
    const wrong = wrongIn(read)
    const missing = Math.max(0, samples - read.length)
    // What was cut away is not lost by us; what is left of the file must be heard but for one record.
    lost = Math.max(lost, Math.floor(samples * left) - (read.length - wrong.length))
    const account = (await recording.account()).get(track)
    const told = (at: number): boolean =>
      account?.gaps.some(
        ({ atMs, lengthMs, cause }) =>
          cause === 'damaged' && at >= atMs * 16 && at < (atMs + lengthMs) * 16,
      ) ?? false
    if (!wrong.every((at) => read[at] === 0 && told(at)))
      broken.push('what is damaged is not told as a gap')
    // A spoiled ledger cannot tell how long the track was.
    if (missing > 0 && account?.cutShort !== true && name !== 'ledger.sealed')
      broken.push('a track that is shorter does not say so')
  }
  await sealed.loudness(meetingId)
  await sealed.account(meetingId)
  return { lost, broken }
}
