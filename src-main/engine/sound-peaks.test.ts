import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { folderRecordings } from './audio/recording.node.ts'
import { soundPeaks } from './sound-peaks.ts'
import type { Store } from './store/store.ts'

const second = 16_000

async function setUp() {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-peaks-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const recordings = folderRecordings(root)
  const meetingId = MeetingId.parse(randomUUID())
  // Peaks ask of the store only whether there is such a meeting.
  const store = { meetings: { read: (id: MeetingId) => (id === meetingId ? {} : null) } }
  const keeping = { recordings, store: store as unknown as Store }
  const recording = await recordings.create(meetingId, ['me', 'them'])
  await recording.append('me', new Int16Array(20 * second))
  await recording.append('me', new Int16Array(20 * second).fill(16_384))
  await recording.append('them', new Int16Array(30 * second).fill(-32_768))
  recording.note({ type: 'gap', track: 'them', from: second, length: second, cause: 'muted' })
  recording.note({ type: 'paused', track: 'me', at: 30 * second, cause: 'person' })
  await recording.close()
  onTestFinished(() => recording[Symbol.asyncDispose]())
  return {
    ask: (buckets: number, fromMs = 0, toMs: number | null = null, id = meetingId) =>
      soundPeaks(keeping, { meetingId: id, buckets, fromMs, toMs }),
  }
}

it('tells of the whole recording how loud each track is, and what is missing', async () => {
  const { ask } = await setUp()
  const { fromMs, toMs, tracks } = await ask(4)
  expect([fromMs, toMs]).toEqual([0, 40_000])
  expect(tracks).toMatchObject([
    { name: 'me', peaks: [0, 0, 0.502, 0.502], gaps: [], pauses: [{ atMs: 30_000 }] },
    {
      name: 'them',
      peaks: [1, 1, 1, 0],
      gaps: [{ atMs: 1000, lengthMs: 1000, cause: 'muted' }],
      pauses: [],
    },
  ])
})

it('looks at a short stretch sample by sample', async () => {
  const { ask } = await setUp()
  const { tracks } = await ask(10, 19_995, 20_005)
  expect(tracks[0]?.peaks).toEqual([0, 0, 0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.5])
  expect(tracks[1]).toMatchObject({ gaps: [], pauses: [] })
})

it.each([
  ['of no such meeting', 0, 10, MeetingId.parse(randomUUID()), 'not_found'],
  ['of a stretch that ends before it begins', 20, 10, undefined, 'invalid_input'],
])('refuses to tell %s', async (_, fromMs, toMs, id, code) => {
  const { ask } = await setUp()
  await expect(ask(4, fromMs, toMs, id)).rejects.toMatchObject({ code })
})
