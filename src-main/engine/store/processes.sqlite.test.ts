/** Several programs on one data folder, and programs that are killed: real processes, real files. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { begin, samplesPerSecond, spoken, upTo } from './fixtures/spoken.ts'
import { openForWriting } from './open-database.sqlite.ts'
import { RECOGNITION } from './reader-positions.ts'
import { openStore } from './store.sqlite.ts'

const keepCommitting = new URL('./fixtures/keep-committing.ts', import.meta.url)
const tryReadOnly = new URL('./fixtures/try-read-only.ts', import.meta.url)

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'rtstt-store-'))
  const children: ChildProcess[] = []
  onTestFinished(() => {
    for (const child of children) child.kill('SIGKILL')
    chmodSync(folder, 0o755)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const start = (program: URL, input: readonly string[], uid?: number) => {
    const child = fork(program, input, uid === undefined ? {} : { uid, gid: uid })
    children.push(child)
    return child
  }
  return { folder, path: join(folder, 'data', 'rtstt.db'), start }
}

/** All of SQLite's own checks, the search index against the text included. */
function checkIntegrity(path: string): void {
  const db = openForWriting(path)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.exec(`INSERT INTO segment_text (segment_text, rank) VALUES ('integrity-check', 1)`)
  db.close()
}

it('lets several programs make and fill one new folder at the same time', async () => {
  const { path, start } = setUp()
  const children = [1, 2, 3].map(() => start(keepCommitting, [path, '40', 'own']))
  await Promise.all(children.map((child) => once(child, 'message')))
  const exits = children.map((child) => once(child, 'exit'))
  for (const child of children) child.send('go')
  expect(await Promise.all(exits)).toEqual([
    [0, null],
    [0, null],
    [0, null],
  ])
  using store = openStore(path)
  expect(store.meetings.list().map(({ segmentCount }) => segmentCount)).toEqual([40, 40, 40])
  checkIntegrity(path)
})

it('neither loses nor doubles text when a program is killed while it writes', async () => {
  const { path, start } = setUp()
  for (const killAfter of [3, 57, 20]) {
    const child = start(keepCommitting, [path])
    await once(child, 'message')
    const exited = once(child, 'exit')
    let committed = 0
    child.on('message', (second) => {
      committed = Number(second)
      killed ||= (heard += 1) >= killAfter && child.kill('SIGKILL')
    })
    let heard = 0
    let killed = false
    child.send('go')
    expect(await exited).toEqual([null, 'SIGKILL'])

    using store = openStore(path)
    const [meeting] = store.meetings.list()
    if (!meeting) throw new Error('the meeting is lost')
    const read = store.positions.read(meeting.id, 'me', RECOGNITION) / samplesPerSecond
    const starts = store.segments.ofMeeting(meeting.id).map(({ startMs }) => startMs / 1000)
    expect(read).toBeGreaterThanOrEqual(committed)
    expect(starts).toEqual(Array.from({ length: read }, (_, second) => second))
    checkIntegrity(path)
  }
})

it('sees in one program what another has just committed', async () => {
  const { path, start } = setUp()
  using store = openStore(path)
  const child = start(keepCommitting, [path, '5', 'own'])
  await once(child, 'message')
  const exited = once(child, 'exit')
  child.send('go')
  await exited
  expect(store.meetings.list()).toMatchObject([{ segmentCount: 5 }])
  expect(store.search.find('many', 9)).toHaveLength(5)
})

/** Root may write anywhere, so the program that tries must be somebody else. */
const nobody = process.getuid?.() === 0 ? 65_534 : undefined

it.skipIf(process.platform === 'win32')(
  'reads a read-only folder, and says why it does not write there',
  async () => {
    const { folder, start } = setUp()
    const path = join(folder, 'rtstt.db')
    {
      using store = openStore(path)
      store.segments.commit(begin(store, 'Kept'), [spoken(0, 'hello')], upTo(1))
    }
    chmodSync(path, 0o444)
    chmodSync(folder, 0o555)
    const [answer] = await once(start(tryReadOnly, [path], nobody), 'message')
    expect(answer).toEqual({
      write: 'data_read_only',
      read: { titles: ['Kept'], hits: 1, readOnly: true },
    })
  },
)

it.skipIf(process.platform === 'win32')(
  'reads what a running program has just written, without the right to write',
  async () => {
    const { folder, start } = setUp()
    const path = join(folder, 'rtstt.db')
    using store = openStore(path)
    store.segments.commit(begin(store, 'Live'), [spoken(0, 'hello')], upTo(1))
    for (const name of ['rtstt.db', 'rtstt.db-wal', 'rtstt.db-shm']) {
      chmodSync(join(folder, name), 0o444)
    }
    chmodSync(folder, 0o555)
    const [answer] = await once(start(tryReadOnly, [path], nobody), 'message')
    expect(answer).toEqual({
      write: 'data_read_only',
      read: { titles: ['Live'], hits: 1, readOnly: true },
    })
  },
)
