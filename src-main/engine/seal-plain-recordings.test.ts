import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { testKeys } from './audio/fixtures/test-keys.ts'
import { folderRecordings } from './audio/recording.node.ts'
import { systemClock } from './runtime/clock.ts'
import { plainSealing } from './seal-plain-recordings.ts'

async function setUp(count: number) {
  const root = await mkdtemp(join(tmpdir(), 'rtstt-sealing-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const plain = folderRecordings(root)
  const ids = Array.from({ length: count }, () => MeetingId.parse(randomUUID()))
  for (const id of ids) {
    await using recording = await plain.create(id, ['me'])
    await recording.append('me', new Int16Array(100).fill(7))
  }
  const recordings = folderRecordings(root, Date.now, testKeys(randomBytes(32)))
  const logged: string[] = []
  const log = {
    info: (event: string) => void logged.push(event),
    warn: (event: string) => void logged.push(event),
    bug: (event: string) => void logged.push(event),
  }
  return { ids, recordings, log, logged }
}

const claims = { claim: () => ({ [Symbol.dispose]() {} }) }

it('seals every plain recording that nobody works on', async () => {
  const { ids, recordings, log, logged } = await setUp(3)
  const [taken] = ids
  const claim = (id: MeetingId) => (id === taken ? null : claims.claim())
  await using sealing = plainSealing({
    parts: { clock: systemClock, log, keeping: { recordings, claim } },
    isQuiet: () => true,
  })
  sealing.begin()
  await expect.poll(() => recordings.plain()).toEqual([taken])
  await expect.poll(() => logged).toEqual(['recordings.sealed'])
})

it('waits while a meeting runs, and goes on then', async () => {
  const { ids, recordings, log } = await setUp(2)
  let meetings = 1
  const later = Promise.withResolvers<() => void>()
  const clock = {
    ...systemClock,
    later: (_: number, work: () => void) => {
      later.resolve(work)
      return () => undefined
    },
  }
  await using sealing = plainSealing({
    parts: { clock, log, keeping: { recordings, ...claims } },
    isQuiet: () => meetings === 0,
  })
  sealing.begin()
  const goOn = await later.promise
  expect((await recordings.plain()).toSorted()).toEqual(ids.toSorted())
  meetings = 0
  goOn()
  await expect.poll(() => recordings.plain()).toEqual([])
})

it('leaves a recording that it cannot seal, and seals the others', async () => {
  const { ids, recordings, log, logged } = await setUp(2)
  const [spoiled] = ids
  const seal = async (id: MeetingId): Promise<void> => {
    if (id === spoiled) throw new Error('spoiled')
    await recordings.seal(id)
  }
  await using sealing = plainSealing({
    parts: { clock: systemClock, log, keeping: { recordings: { ...recordings, seal }, ...claims } },
    isQuiet: () => true,
  })
  sealing.begin()
  await expect.poll(() => recordings.plain()).toEqual([spoiled])
  expect(logged).toContain('recording.unsealed')
})
