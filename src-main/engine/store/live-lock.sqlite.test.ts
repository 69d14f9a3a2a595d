import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { claimLiveLock } from './live-lock.sqlite.ts'

const program = new URL('./fixtures/hold-lock.ts', import.meta.url)

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-lock-'))
  const children: ChildProcess[] = []
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const path = join(folder, 'meeting.lock')
  const startHolder = async () => {
    const child = fork(program, [path])
    children.push(child)
    const [answer] = await once(child, 'message')
    return { child, answer }
  }
  return { path, folder, startHolder }
}

it('gives a lock once within a program, and again when it is disposed', () => {
  const { path } = setUp()
  const lock = claimLiveLock(path)
  expect(lock).not.toBeNull()
  expect(claimLiveLock(path)).toBeNull()
  lock?.[Symbol.dispose]()
  using again = claimLiveLock(path)
  expect(again).not.toBeNull()
})

it('is refused while another program holds it, and free as soon as that one is killed', async () => {
  const { path, startHolder } = setUp()
  const { child, answer } = await startHolder()
  expect(answer).toBe('held')
  expect(claimLiveLock(path)).toBeNull()
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
  using lock = claimLiveLock(path)
  expect(lock).not.toBeNull()
})

it('is seen by a program that starts later', async () => {
  const { path, startHolder } = setUp()
  using lock = claimLiveLock(path)
  expect(lock).not.toBeNull()
  expect((await startHolder()).answer).toBe('refused')
})

it('is not lost when its holder forgets it', () => {
  const { path } = setUp()
  for (let round = 0; round < 3; round += 1) claimLiveLock(path)
  globalThis.gc?.()
  expect(claimLiveLock(path)).toBeNull()
})

it('says in words that the folder of the meeting is gone', () => {
  const { folder } = setUp()
  expect(() => claimLiveLock(join(folder, 'missing', 'x.lock'))).toThrow(
    expect.objectContaining({ name: 'AppError', code: 'not_found' }),
  )
})
