import { randomUUID } from 'node:crypto'
import { mkdtemp, open, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { BLOCK } from './loudest.ts'
import { folderRecordings } from './recording.node.ts'

const blocks = 1000
/** Each block is as loud as its number says. */
const rising = (count: number) =>
  Int16Array.from({ length: count * BLOCK }, (_, at) => (Math.floor(at / BLOCK) % 200) * 128)

async function setUp() {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-loudness-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const recordings = folderRecordings(root)
  const meetingId = MeetingId.parse(randomUUID())
  const folder = recordings.folderOf(meetingId)
  return { recordings, meetingId, folder }
}

it('tells how loud each track is while it grows', async () => {
  const { recordings, meetingId } = await setUp()
  await using recording = await recordings.create(meetingId, ['me', 'them'])
  await recording.append('me', rising(3))
  await recording.append('me', new Int16Array(10))
  const before = await recordings.loudness(meetingId)
  expect([...(before.get('me') ?? [])]).toEqual([0, 1, 2])
  expect(before.get('them')).toHaveLength(0)

  await recording.append('me', new Int16Array(BLOCK).fill(32_767))
  const after = await recordings.loudness(meetingId)
  expect([...(after.get('me') ?? [])]).toEqual([0, 1, 2, 255])
})

it('reads what it has kept, and only the sound behind it', async () => {
  const { recordings, meetingId, folder } = await setUp()
  await using recording = await recordings.create(meetingId, ['mix'])
  await recording.append('mix', rising(blocks))
  const first = (await recordings.loudness(meetingId)).get('mix')
  expect(await readFile(join(folder, 'mix.peaks'))).toHaveLength(blocks)
  // No draft is left behind.
  expect(await readdir(folder)).toEqual(['ledger.jsonl', 'mix.peaks', 'mix.wav'])

  // Nobody does this to a recording: it shows that the sound is not read again.
  await using file = await open(join(folder, 'mix.wav'), 'r+')
  await file.write(new Uint8Array(BLOCK * 20), 0, BLOCK * 20, 44)
  await recording.append('mix', rising(1))
  const then = (await recordings.loudness(meetingId)).get('mix')
  expect([...(then ?? [])]).toEqual([...(first ?? []), 0])
})
