import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { commitPace } from './commit-pace.sqlite.ts'
import { openForWriting } from './open-database.sqlite.ts'

const [normal, full] = [1, 2]

async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-pace-'))
  const db = openForWriting(join(folder, 'rtstt.sqlite'))
  onTestFinished(async () => {
    db.close()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  let nowMs = 0
  const timed = commitPace(db, () => nowMs)
  return {
    db,
    timed,
    pass: (ms: number) => void (nowMs += ms),
    commitFor: (ms: number) => timed(() => void (nowMs += ms)),
    surely: () => db.pragma('synchronous', { simple: true }),
    checkpoints: () => db.pragma('wal_autocheckpoint', { simple: true }),
  }
}

it('waits for a quick disk', async () => {
  const { commitFor, surely } = await setUp()
  commitFor(499)
  expect(surely()).toBe(full)
})

it('waits no more for a disk that took long, and tries later whether it is quick again', async () => {
  const { commitFor, pass, surely, checkpoints } = await setUp()
  commitFor(2_000)
  expect([surely(), checkpoints()]).toEqual([normal, 0])
  pass(60_000)
  commitFor(2_000)
  expect(surely()).toBe(normal)
  pass(119_999)
  commitFor(0)
  expect(surely()).toBe(normal)
  pass(1)
  commitFor(0)
  expect([surely(), checkpoints()]).toEqual([full, 1000])
})

it('changes nothing in the middle of a transaction, and passes on what fails', async () => {
  const { db, timed, pass, commitFor, surely } = await setUp()
  commitFor(2_000)
  pass(60_000)
  db.transaction(() => timed(() => 0))()
  expect(surely()).toBe(normal)
  expect(() =>
    timed(() => {
      throw new Error('no')
    }),
  ).toThrow('no')
})
