import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { openFolderLock } from './folder-lock.sqlite.ts'

const holder = fileURLToPath(new URL('../fixtures/share-folder.ts', import.meta.url))

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-folder-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const path = join(folder, 'open.lock')
  const open = () => {
    const lock = openFolderLock(path)
    if (!lock) throw new Error('There is no lock')
    onTestFinished(() => lock[Symbol.dispose]())
    return lock
  }
  return { path, open }
}

it('is shared by as many as want to, and alone only for the last of them', () => {
  const { open } = setUp()
  const [first, second, third] = [open(), open(), open()]
  expect([first.share(), second.share(), third.share()]).toEqual([true, true, true])
  expect(first.isAlone()).toBe(false)
  second[Symbol.dispose]()
  expect(first.alone()).toBe(false)
  third[Symbol.dispose]()
  expect(first.alone()).toBe(true)
  expect(first.share()).toBe(true)
  expect(open().share()).toBe(true)
})

it('keeps others out while one has it alone, and is free as soon as that one is killed', async () => {
  const { path, open } = setUp()
  const child = fork(holder, [path, 'alone'])
  expect((await once(child, 'message'))[0]).toBe(true)
  const lock = open()
  expect(lock.share(0)).toBe(false)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(lock.share(0)).toBe(true)
  expect(lock.isAlone()).toBe(true)
})

it('is none where nothing can be made', () => {
  expect(openFolderLock(join(setUp().path, 'deeper', 'open.lock'))).toBeNull()
})
