import { link, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Row, Trial } from '../fault.ts'
import { device, plainIn, record, sound, tracks, unlock, vault } from './vault.ts'

const samples = 16_000 * 5
/** Samples in a row that must not be found: 4 ms. */
const stretch = 64

/** Looks in the bytes of a sealed recording for what was said and by what it was heard. */
export async function nothingToRead({ say }: Trial): Promise<Row> {
  await using place = await vault()
  const meetingId = await record(place.sealed, samples)
  await place.sealed.loudness(meetingId)
  const wasPlain = await record(place.plain, samples)
  await place.plain.loudness(wasPlain)
  await place.sealed.seal(wasPlain)
  const bytes = Buffer.concat(
    await Promise.all([meetingId, wasPlain].map((id) => bytesIn(place.sealed.folderOf(id)))),
  )
  const needles: Buffer[] = [device, 'Zanzibar', 'source', 'wallMs', 'closed'].map((word) =>
    Buffer.from(word),
  )
  for (let at = 0; at < samples; at += 8_000) needles.push(Buffer.from(sound(at, stretch).buffer))
  const found = needles.filter((needle) => bytes.includes(needle))
  say(`looked for ${needles.length} things in ${bytes.length} bytes`)
  const broken = found.length > 0 ? [`${found.length} things can be read without a key`] : []
  if (!(await canBeFound(needles)))
    broken.push('what is looked for is not in a plain recording either')
  return {
    fault: 'looking for sound and names in sealed files',
    tried: needles.length,
    recoveredMs: null,
    lost: null,
    broken,
  }
}

/** A search that finds nothing anywhere would prove nothing. */
async function canBeFound(needles: readonly Buffer[]): Promise<boolean> {
  await using place = await vault()
  const plain = await bytesIn(place.plain.folderOf(await record(plainIn(place.root), samples)))
  return needles.every((needle) => plain.includes(needle))
}

/** Keeps what a disk might keep of a recording that is removed, and tries to read it with the keys of the folder. */
export async function destroyed({ long }: Trial): Promise<Row> {
  const tries = long ? 50 : 6
  const broken = new Set<string>()
  await using place = await vault()
  await using elsewhere = await vault()
  for (let tried = 0; tried < tries; tried++) {
    const meetingId = await record(place.sealed, 8_000)
    const folder = place.sealed.folderOf(meetingId)
    const kept = new Map<string, Buffer>()
    for (const name of (await readdir(folder)).filter((each) => !each.endsWith('.key')))
      kept.set(name, await readFile(join(folder, name)))
    const blocks = join(elsewhere.root, `${tried}`)
    await link(join(folder, 'sound.key'), blocks)
    await (tried % 2 === 0 ? place.sealed.remove(meetingId) : place.sealed.removeSound(meetingId))

    const left = await readFile(blocks)
    for (let at = 0; at < left.length - 60; at++)
      for (const what of ['sound', 'ledger'])
        if (unlock(left.subarray(at, at + 60), `${what} of ${meetingId}`))
          broken.add('the key is still where it was on the disk')
    await mkdir(folder, { recursive: true })
    for (const [name, bytes] of kept) await writeFile(join(folder, name), bytes)
    for (const track of tracks) {
      const opened = await place.sealed.follow(meetingId).then(
        async (recording) => (await recording.read(track, 0, 8_000)).length,
        () => 0,
      )
      if (opened > 0) broken.add('sound that was removed can be heard')
    }
  }
  return {
    fault: 'reading what was removed, with the keys of the folder',
    tried: tries,
    recoveredMs: null,
    lost: null,
    broken: [...broken],
  }
}

async function bytesIn(folder: string): Promise<Buffer> {
  const names = await readdir(folder)
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))))
}
