import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readlink, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { folderRecordings } from './recording.node.ts'

async function setUp() {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-recording-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const recordings = folderRecordings(root)
  const meetingId = MeetingId.parse(randomUUID())
  const pathOf = (name: string) => join(recordings.folderOf(meetingId), name)
  return { root, recordings, meetingId, pathOf }
}

/** The files below a folder that this program has open; only Linux tells, elsewhere it is an empty list. */
async function openBelow(folder: string): Promise<string[]> {
  if (process.platform !== 'linux') return []
  const handles = await readdir('/proc/self/fd')
  const targets = handles.map((handle) => readlink(`/proc/self/fd/${handle}`).catch(() => ''))
  return (await Promise.all(targets)).filter((target) => target.startsWith(folder))
}

it('leaves nothing behind of a recording that could not be begun', async () => {
  const { root, recordings, meetingId } = await setUp()
  // The second file of the same name cannot be made: a failure when the first is open.
  await expect(recordings.create(meetingId, ['mix', 'mix'])).rejects.toThrow('EEXIST')
  expect(await openBelow(root)).toEqual([])
  expect(await readdir(root)).toEqual([])
  await using again = await recordings.create(meetingId, ['mix'])
  expect(again.tracks).toEqual(['mix'])
})

it('never deletes a recording that was there before', async () => {
  const { recordings, meetingId, pathOf } = await setUp()
  await using recording = await recordings.create(meetingId, ['mix'])
  await recording.append('mix', new Int16Array(100))
  await expect(recordings.create(meetingId, ['mix'])).rejects.toThrow('EEXIST')
  expect((await stat(pathOf('mix.wav'))).size).toBe(244)
})

it('keeps the sound, and no file open, when a recording cannot go on', async () => {
  const { root, recordings, meetingId, pathOf } = await setUp()
  {
    await using recording = await recordings.create(meetingId, ['mix'])
    await recording.append('mix', new Int16Array(100))
  }
  await rm(pathOf('ledger.jsonl'))
  await mkdir(pathOf('ledger.jsonl'))
  await expect(recordings.extend(meetingId)).rejects.toThrow(/EISDIR|EPERM|data folder/)
  expect(await openBelow(root)).toEqual([])
  expect((await stat(pathOf('mix.wav'))).size).toBe(244)
})
