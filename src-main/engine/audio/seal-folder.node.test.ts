import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { testKeys } from './fixtures/test-keys.ts'
import { folderRecordings } from './recording.node.ts'

const counting = (from: number, length: number) =>
  Int16Array.from({ length }, (_, i) => (from + i) % 30_000)
const sealedNames = ['ledger.key', 'ledger.sealed', 'me.sound', 'sound.key', 'them.sound']

/** A plain recording of before, with everything that may lie beside its sound. */
async function setUp() {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-sealing-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const meetingId = MeetingId.parse(randomUUID())
  const plain = folderRecordings(root)
  {
    await using recording = await plain.create(meetingId, ['me', 'them'])
    recording.note({ type: 'gap', track: 'me', from: 10, length: 20, cause: 'overrun' })
    for (const track of ['me', 'them'] as const) await recording.append(track, counting(7, 200_001))
  }
  await plain.loudness(meetingId)
  const recordings = folderRecordings(root, Date.now, testKeys(randomBytes(32)))
  const folder = recordings.folderOf(meetingId)
  return { root, meetingId, plain, recordings, folder }
}

it('makes a plain recording a sealed one that says and sounds the same', async () => {
  const { recordings, meetingId, folder, plain } = await setUp()
  const before = await plain.account(meetingId)
  expect(await recordings.plain()).toEqual([meetingId])
  await recordings.seal(meetingId)
  await recordings.seal(meetingId)
  expect(await recordings.plain()).toEqual([])
  expect((await readdir(folder)).toSorted()).toEqual(sealedNames)
  expect(await recordings.account(meetingId)).toEqual(before)
  await using sound = await recordings.open(meetingId)
  for (const track of ['me', 'them'] as const)
    expect(await sound.read(track, 0, 999_999)).toEqual(counting(7, 200_001))
})

it('goes on reading what somebody seals and destroys meanwhile', async () => {
  const { recordings, meetingId, folder } = await setUp()
  await using follower = await recordings.follow(meetingId)
  const before = await follower.account()
  expect(await follower.read('me', 0, 100)).toEqual(counting(7, 100))
  await recordings.seal(meetingId)
  expect(await readdir(folder)).not.toContain('me.wav')
  expect(await follower.read('me', 0, 999_999)).toEqual(counting(7, 200_001))
  expect(await follower.account()).toEqual(before)
  expect(follower.length('me')).toBe(200_001)
  await expect(follower.grown('me', 200_001)).resolves.toBe('closed')
})

it('seals what is told of sound that is gone', async () => {
  const { recordings, meetingId, plain, folder } = await setUp()
  await plain.removeSound(meetingId)
  const before = await plain.account(meetingId)
  await recordings.seal(meetingId)
  expect((await readdir(folder)).toSorted()).toEqual(['ledger.key', 'ledger.sealed'])
  expect(await recordings.account(meetingId)).toEqual(before)
})

it('seals nothing where there are no keys', async () => {
  const { plain, meetingId, folder } = await setUp()
  await plain.seal(meetingId)
  expect(await plain.plain()).toEqual([])
  expect(await readdir(folder)).toContain('me.wav')
})

it('can be done again from whatever a kill left, and loses nothing', async () => {
  const { recordings, meetingId, folder } = await setUp()
  const plainFiles = await filesOf(folder)
  await recordings.seal(meetingId)
  const sealedFiles = await filesOf(folder)

  /** The name that decides comes last; before it anything may lie there, whole or half. */
  const halves = Object.fromEntries(
    Object.entries(sealedFiles).map(([name, bytes]) => [
      name === 'ledger.key' ? 'ledger.key.new' : name,
      bytes.subarray(0, bytes.length / 2),
    ]),
  )
  const { 'ledger.key': decides = Buffer.of(), ...drafts } = sealedFiles
  const states: Array<Record<string, Buffer>> = [
    { ...plainFiles, ...halves },
    { ...plainFiles, ...drafts, 'ledger.key.new': decides },
    { ...plainFiles, ...sealedFiles },
    { 'them.wav': randomBytes(500), ...sealedFiles },
  ]
  for (const state of states) {
    await rm(folder, { recursive: true })
    await mkdir(folder)
    for (const [name, bytes] of Object.entries(state)) await writeFile(join(folder, name), bytes)
    {
      await using before = await recordings.follow(meetingId)
      expect(await before.read('me', 0, 999_999)).toEqual(counting(7, 200_001))
    }
    await recordings.seal(meetingId)
    expect((await readdir(folder)).toSorted()).toEqual(sealedNames)
    await using sound = await recordings.open(meetingId)
    expect(await sound.read('me', 0, 999_999)).toEqual(counting(7, 200_001))
    expect(await sound.read('them', 0, 999_999)).toEqual(counting(7, 200_001))
  }
})

it('is not locked out by new keys that the folder is given meanwhile', async () => {
  const { root, plain, meetingId, folder } = await setUp()
  const before = await plain.account(meetingId)
  const [old, next] = [testKeys(randomBytes(32)), testKeys(randomBytes(32))]
  const recordings = folderRecordings(root, Date.now, old)
  await recordings.seal(meetingId)
  const [key, draft] = [join(folder, 'ledger.key'), join(folder, 'ledger.key.new')]
  // As it lies there until the last moment.
  await rename(key, draft)
  expect(await recordings.rewrap(old, next)).toEqual({ keys: 2, unopened: 0 })
  await rename(draft, key)
  expect(await folderRecordings(root, Date.now, next).account(meetingId)).toEqual(before)
})

async function filesOf(folder: string): Promise<Record<string, Buffer>> {
  const names = await readdir(folder)
  const bytes = names.map(async (name) => [name, await readFile(join(folder, name))] as const)
  return Object.fromEntries(await Promise.all(bytes))
}
