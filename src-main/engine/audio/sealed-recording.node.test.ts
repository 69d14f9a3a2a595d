import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { testKeys } from './fixtures/test-keys.ts'
import { readLedgerFile } from './ledger-file.node.ts'
import { folderRecordings } from './recording.node.ts'
import { formOf } from './recording-form.node.ts'

const device = 'Microphone of Ada Lovelace'
const counting = (from: number, length: number) =>
  Int16Array.from({ length }, (_, i) => (from + i) % 30_000)

async function setUp(locking = testKeys(randomBytes(32))) {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-sealed-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const recordings = folderRecordings(root, Date.now, locking)
  const meetingId = MeetingId.parse(randomUUID())
  const folder = recordings.folderOf(meetingId)
  return {
    root,
    recordings,
    meetingId,
    folder,
    locking,
    pathOf: (name: string) => join(folder, name),
  }
}

type World = Awaited<ReturnType<typeof setUp>>

/** Two tracks of two seconds, with what a ledger and a waveform say about them. */
async function record({ recordings, meetingId }: World, samples = 200_000): Promise<void> {
  await using recording = await recordings.create(meetingId, ['me', 'them'])
  recording.note({
    type: 'source',
    track: 'me',
    at: 0,
    name: device,
    sampleRate: 48_000,
    channels: 1,
  })
  for (const track of ['me', 'them'] as const)
    for (let at = 0; at < samples; at += 1_600)
      await recording.append(track, counting(at, Math.min(1_600, samples - at)))
}

async function everyByteOf(folder: string): Promise<Buffer> {
  const files = (await readdir(folder)).map((name) => readFile(join(folder, name)))
  return Buffer.concat(await Promise.all(files))
}

it('leaves nothing in its folder that can be read without the key', async () => {
  const world = await setUp()
  await record(world)
  await world.recordings.loudness(world.meetingId)
  expect((await readdir(world.folder)).toSorted()).toEqual([
    'ledger.key',
    'ledger.sealed',
    'me.peaks.sealed',
    'me.sound',
    'sound.key',
    'them.peaks.sealed',
    'them.sound',
  ])
  const found = await everyByteOf(world.folder)
  const stretch = Buffer.from(counting(5_000, 16).buffer)
  expect(found.includes(stretch)).toBe(false)
  for (const word of [device, 'Lovelace', 'wallMs', 'closed'])
    expect(found.includes(word)).toBe(false)
  const account = (await world.recordings.account(world.meetingId))?.get('me')
  expect(account).toMatchObject({ captured: 1, sources: [{ name: device }] })
})

it('tells what of it is damaged, plays silence there, and remembers it', async () => {
  const world = await setUp()
  await record(world)
  const bytes = await readFile(world.pathOf('me.sound'))
  bytes[6_428 * 3 + 100]! ^= 4
  await writeFile(world.pathOf('me.sound'), bytes)
  const gap = { atMs: 600, lengthMs: 200, cause: 'damaged' }
  for (const _ of ['found', 'found again']) {
    await using sound = await world.recordings.open(world.meetingId)
    const expected = counting(0, 200_000).fill(0, 9_600, 12_800)
    expect(await sound.read('me', 0, 999_999)).toEqual(expected)
    expect(await sound.read('them', 0, 999_999)).toEqual(counting(0, 200_000))
    expect((await sound.account()).get('me')).toMatchObject({ gaps: [gap] })
  }
  const account = await world.recordings.account(world.meetingId)
  expect(account?.get('me')).toMatchObject({ gaps: [gap], captured: 1 - 3_200 / 200_000 })
  const ledger = await readLedgerFile(await formOf(world.folder, world.locking))
  expect(ledger.filter(({ type }) => type === 'gap')).toHaveLength(1)
})

it('tells what is damaged also to whoever only looks at its waveform', async () => {
  const world = await setUp()
  await record(world)
  const bytes = await readFile(world.pathOf('them.sound'))
  bytes[6_428 + 7]! ^= 1
  await writeFile(world.pathOf('them.sound'), bytes)
  await world.recordings.loudness(world.meetingId)
  const account = await world.recordings.account(world.meetingId)
  expect(account?.get('them')?.gaps).toEqual([{ atMs: 200, lengthMs: 200, cause: 'damaged' }])
  expect(account?.get('me')?.gaps).toEqual([])
})

it('is said to be cut short where its end is gone', async () => {
  const world = await setUp()
  await record(world)
  await truncate(world.pathOf('me.sound'), 6_428 * 10 + 50)
  const account = await world.recordings.account(world.meetingId)
  expect(account?.get('me')?.cutShort).toBe(true)
  expect(account?.get('them')?.cutShort).toBe(false)
})

it('cannot be read with other keys, and says so', async () => {
  const world = await setUp()
  await record(world, 1_000)
  for (const locking of [testKeys(randomBytes(32)), null]) {
    const others = folderRecordings(world.root, Date.now, locking)
    await expect(others.open(world.meetingId)).rejects.toMatchObject({ code: 'data_broken' })
    await expect(others.follow(world.meetingId)).rejects.toMatchObject({ code: 'data_broken' })
    expect(await others.account(world.meetingId)).toBeNull()
  }
  await using sound = await world.recordings.open(world.meetingId)
  expect(sound.length('me')).toBe(1_000)
})

it('is noise once it was removed, and only the account is kept of sound that a rule removed', async () => {
  const world = await setUp()
  await record(world, 10_000)
  const [key, sound] = await Promise.all([
    readFile(world.pathOf('sound.key')),
    readFile(world.pathOf('me.sound')),
  ])
  await world.recordings.removeSound(world.meetingId)
  expect((await readdir(world.folder)).toSorted()).toEqual(['ledger.key', 'ledger.sealed'])
  const account = (await world.recordings.account(world.meetingId))?.get('me')
  expect(account).toMatchObject({ lengthMs: 625, sources: [{ name: device }] })
  expect(account?.removedAt).not.toBeNull()

  // Whoever kept the sound but not its key has nothing.
  await writeFile(world.pathOf('me.sound'), sound)
  await expect(world.recordings.open(world.meetingId)).rejects.toMatchObject({ code: 'not_found' })
  expect(await world.recordings.soundBytes(world.meetingId)).toBe(sound.length)
  await world.recordings.removeSound(world.meetingId)
  expect(await world.recordings.soundBytes(world.meetingId)).toBe(0)
  expect(key.length).toBeGreaterThan(0)

  await world.recordings.remove(world.meetingId)
  await expect(stat(world.folder)).rejects.toThrow('ENOENT')
})

it.each(['remove', 'removeSound'] as const)(
  'writes over its key before it goes (%s)',
  async (how) => {
    const world = await setUp()
    await record(world, 1_000)
    const key = await readFile(world.pathOf('sound.key'))
    // The same bytes of the disk by another name.
    const same = join(world.root, 'same')
    await link(world.pathOf('sound.key'), same)
    await world.recordings[how](world.meetingId)
    const left = await readFile(same)
    expect(left).toHaveLength(key.length)
    for (const at of [0, 4096])
      expect(left.subarray(at, at + 60)).not.toEqual(key.subarray(at, at + 60))
  },
)

it('keeps its key twice: one of them may be spoiled', async () => {
  const world = await setUp()
  await record(world, 1_000)
  const key = await readFile(world.pathOf('sound.key'))
  for (const at of [0, 4096]) {
    const spoiled = Buffer.from(key)
    spoiled.fill(255, at, at + 60)
    await writeFile(world.pathOf('sound.key'), spoiled)
    await using sound = await world.recordings.open(world.meetingId)
    expect(await sound.read('me', 0, 2_000)).toEqual(counting(0, 1_000))
  }
})

it.each(['spoiled', 'gone'])('loses no sound where the key of its ledger is %s', async (how) => {
  const world = await setUp()
  await record(world, 1_000)
  if (how === 'gone') await rm(world.pathOf('ledger.key'))
  else await writeFile(world.pathOf('ledger.key'), new Uint8Array(5_000))
  await using sound = await world.recordings.open(world.meetingId)
  expect(await sound.read('me', 0, 2_000)).toEqual(counting(0, 1_000))
  expect((await sound.account()).get('me')).toMatchObject({ lengthMs: 62.5, captured: 1 })
})

it('can be joined with a plain one, and the whole is sealed', async () => {
  const world = await setUp()
  await record(world, 10_000)
  const plainId = MeetingId.parse(randomUUID())
  {
    await using plain = await folderRecordings(world.root).create(plainId, ['me'])
    await plain.append('me', counting(10_000, 5_000))
  }
  const joined = MeetingId.parse(randomUUID())
  const parts = [
    { meetingId: world.meetingId, tracks: ['me', 'them'], length: 10_000 },
    { meetingId: plainId, tracks: ['me'], length: 5_000 },
  ] as const
  await world.recordings.join(joined, parts, () => undefined)
  await using sound = await world.recordings.open(joined)
  expect(await sound.read('me', 0, 99_999)).toEqual(counting(0, 15_000))
  expect((await sound.account()).get('them')).toMatchObject({
    gaps: [{ atMs: 625, lengthMs: 312.5, cause: 'not_recorded' }],
  })
  expect(await readdir(world.recordings.folderOf(joined))).toContain('me.sound')
})

it('is locked by other keys, also where that was cut off in the middle', async () => {
  const world = await setUp()
  await record(world, 1_000)
  const before = await readFile(world.pathOf('sound.key'))
  const next = testKeys(randomBytes(32))
  expect(await world.recordings.rewrap(world.locking, next)).toEqual({ keys: 2, unopened: 0 })
  const after = await readFile(world.pathOf('sound.key'))
  // A kill between the two places.
  await writeFile(
    world.pathOf('sound.key'),
    Buffer.concat([after.subarray(0, 4096), before.subarray(4096)]),
  )
  expect(await world.recordings.rewrap(world.locking, next)).toEqual({ keys: 2, unopened: 0 })
  const renewed = folderRecordings(world.root, Date.now, next)
  await using sound = await renewed.open(world.meetingId)
  expect(await sound.read('me', 0, 2_000)).toEqual(counting(0, 1_000))
  await expect(world.recordings.open(world.meetingId)).rejects.toMatchObject({
    code: 'data_broken',
  })
  const others = testKeys(randomBytes(32))
  expect(await renewed.rewrap(others, others)).toEqual({ keys: 0, unopened: 2 })
})
