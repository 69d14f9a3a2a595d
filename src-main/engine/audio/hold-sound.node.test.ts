import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import type { DiskTrouble } from './disk-trouble.ts'
import { mostHeldBytes } from './held-limit.ts'
import { folderRecordings } from './recording.node.ts'

const sound = Int16Array.from({ length: 16_000 }, (_, n) => n)

// Windows does not let anybody take away a folder whose files are open.
it.skipIf(process.platform === 'win32')(
  'goes on when its folder is taken away, says so, makes no other, and is whole when it is back',
  async () => {
    const root = await mkdtemp(join(tmpdir(), 'rtstt-held-'))
    onTestFinished(() => rm(root, { recursive: true, force: true }))
    const recordings = folderRecordings(root)
    const meetingId = MeetingId.parse(randomUUID())
    const told: Array<DiskTrouble | null> = []
    const recording = await recordings.create(meetingId, ['me'], (trouble) => told.push(trouble))
    await recording.append('me', sound)
    const folder = recordings.folderOf(meetingId)
    await rename(folder, `${folder}-away`)
    await expect.poll(() => told, { timeout: 5_000 }).toEqual(['gone'])
    await recording.append('me', sound)
    expect(await recording.read('me', 16_000, 32_000)).toEqual(sound)
    expect(await readdir(root)).toHaveLength(1)
    await rename(`${folder}-away`, folder)
    await expect.poll(() => told, { timeout: 5_000 }).toEqual(['gone', null])
    await recording.close()
    await recording[Symbol.asyncDispose]()
    await using again = await recordings.open(meetingId)
    expect(again.length('me')).toBe(32_000)
  },
)

it.each([
  ['ten minutes', 2, 64e9, 38_400_000],
  ['of one track half as much', 1, 64e9, 19_200_000],
  ['less where memory is short', 2, 100e6, 12_500_000],
  ['but a minute in any case', 2, 1e6, 3_840_000],
])('holds %s', (_, tracks, freeBytes, expected) => {
  expect(mostHeldBytes(tracks, freeBytes)).toBe(expected)
})
