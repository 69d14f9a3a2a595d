import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { folderRecordings } from '../audio/recording.node.ts'
import { hearUtterances, type Noticed } from './hear-utterances.ts'

/** A track of which every sample that is not zero is speech, and what is noticed on it. */
async function setUp() {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-hear-'))
  const meetingId = MeetingId.parse(randomUUID())
  const recording = await folderRecordings(root).create(meetingId, ['me'])
  onTestFinished(async () => {
    await recording[Symbol.asyncDispose]()
    await rm(root, { recursive: true, force: true, maxRetries: 5 })
  })
  const noticed: Noticed[] = []
  let asked = 0
  const detect = async (samples: Int16Array) => {
    asked += 1
    const windows = Array.from({ length: samples.length / 512 }, (_, index) => samples[index * 512])
    return windows.map((first) => (first === 0 ? 0 : 1))
  }
  const follow = async () => {
    const { signal } = new AbortController()
    const options = { sound: recording, track: 'me' as const, from: 0, batch: 100, detect, signal }
    for await (const item of hearUtterances(options)) noticed.push(item)
  }
  const windows = (count: number, value: number) =>
    recording.append('me', new Int16Array(count * 512).fill(value))
  const utterances = () =>
    noticed.flatMap((item) => (item.kind === 'utterance' ? [item.utterance] : []))
  return { recording, noticed, asked: () => asked, over: follow(), windows, utterances }
}

const paused = { type: 'paused', track: 'me', at: 0, cause: 'person' } as const

it('takes what was said before a pause as an utterance, at once, and what comes after it as another', async () => {
  const { recording, windows, utterances, over, noticed } = await setUp()
  await windows(30, 0)
  await windows(30, 9)
  recording.note(paused)
  await expect.poll(utterances).toMatchObject([{ to: 60 * 512, endedBy: 'end' }])
  expect(noticed.at(-1)).toEqual({ kind: 'silence', to: 60 * 512 })
  recording.note({ type: 'resumed', track: 'me', at: 0 })
  await windows(30, 9)
  await recording.close()
  await over
  expect(utterances()).toMatchObject([{ to: 60 * 512 }, { from: 60 * 512, to: 90 * 512 }])
})

it('reads to its end what is closed while it is paused', async () => {
  const { recording, windows, utterances, over, noticed } = await setUp()
  await windows(30, 9)
  recording.note(paused)
  await windows(1, 0)
  await recording.append('me', new Int16Array(100))
  await recording.close()
  await over
  expect(utterances()).toHaveLength(1)
  expect(noticed.at(-1)).toEqual({ kind: 'silence', to: 31 * 512 + 100 })
})

it('asks seldom while nobody speaks, and has judged every window in the end', async () => {
  const { recording, windows, asked, over, noticed } = await setUp()
  for (let count = 1; count <= 41; count++) {
    await windows(1, 0)
    // Read before the next one comes, as it is live.
    if (count % 4 === 0) await expect.poll(() => noticed.length).toBe(count / 4)
  }
  await recording.close()
  await over
  expect(asked()).toBe(11)
  expect(noticed.at(-1)).toEqual({ kind: 'silence', to: 41 * 512 })
})
