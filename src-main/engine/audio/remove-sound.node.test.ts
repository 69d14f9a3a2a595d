import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { folderRecordings } from './recording.node.ts'

it('a recording whose sound a rule removed still tells what became of it, and when', async () => {
  const day = Date.UTC(2026, 10, 28)
  const root = await mkdtemp(join(tmpdir(), 'rtstt-recording-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const recordings = folderRecordings(root, () => day)
  const meetingId = MeetingId.parse(randomUUID())
  await using recording = await recordings.create(meetingId, ['me'])
  await recording.append('me', new Int16Array(16_000))
  recording.note({ type: 'gap', track: 'me', from: 8_000, length: 4_000, cause: 'overrun' })
  await recording[Symbol.asyncDispose]()
  expect(await recordings.soundBytes(meetingId)).toBeGreaterThan(32_000)

  await recordings.removeSound(meetingId)
  await recordings.removeSound(meetingId)
  expect(await recordings.soundBytes(meetingId)).toBe(0)
  await expect(stat(join(recordings.folderOf(meetingId), 'me.wav'))).rejects.toThrow('ENOENT')
  expect((await recordings.account(meetingId))?.get('me')).toMatchObject({
    lengthMs: 1000,
    captured: 0.75,
    removedAt: '2026-11-28T00:00:00.000Z',
  })
  await expect(recordings.open(meetingId)).rejects.toMatchObject({ code: 'not_found' })
})
