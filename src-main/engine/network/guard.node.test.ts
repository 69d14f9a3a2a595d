import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { NetworkAttempt } from '#contract/network.ts'
import { attemptLog } from './attempt-log.node.ts'
import { type Guard } from './guard.node.ts'
import { openNetwork } from './open-network.ts'
import type { OwnAttempt } from './told-attempt.ts'

interface Told {
  readonly told: Readonly<Record<string, string>>
  readonly seen: readonly OwnAttempt[]
}

it('refuses every way out of a process, tells of each, and leaves this computer open', async () => {
  const program = fileURLToPath(new URL('./testing/reach-out.program.ts', import.meta.url))
  const child = fork(program, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('It ended early.')))
  const [{ told, seen }] = (await Promise.race([once(child, 'message'), ended])) as [Told]
  const { 'this computer': here, 'this computer by name': byName, ...out } = told
  expect([here, byName]).toEqual(['done', 'done'])
  expect(new Set(Object.values(out))).toEqual(new Set(['ERR_NETWORK_CLOSED', 'failed']))
  expect(seen).toHaveLength(Object.keys(out).length)
  expect(seen.filter(({ allowed }) => allowed)).toEqual([])
  const kinds = Map.groupBy(seen, ({ what }) => what)
  expect([...kinds].map(([what, some]) => [what, some.length])).toEqual([
    ['connection', 10],
    ['name', 7],
    ['datagram', 1],
    ['listening', 2],
    ['program', 3],
  ])
  expect(seen.map(({ part }) => part)).toContain('undici')
})

const attempt: NetworkAttempt = {
  at: '2026-11-28T12:00:00.000Z',
  by: 'engine',
  part: 'undici',
  what: 'connection',
  host: 'models.example',
  port: 443,
  allowed: false,
}

function setUp(forced = false) {
  let isOffBySetting = false
  let isStoreClosed = false
  let cuts = 0
  const opened: (readonly string[])[] = []
  let look = (): void => {}
  const path = join(mkdtempSync(join(tmpdir(), 'rtstt-attempts-')), 'logs', 'network.jsonl')
  const guard: Guard = {
    open(hosts) {
      opened.push(hosts)
      return { [Symbol.dispose]: () => void opened.splice(opened.indexOf(hosts), 1) }
    },
    setOff: () => () => {},
    cut: () => void (cuts += 1),
    tell: () => {},
    onAttempt: () => {},
  }
  const network = openNetwork({
    guard,
    log: attemptLog(path),
    forced,
    isOffBySetting() {
      if (isStoreClosed) throw new Error('The database is closed.')
      return isOffBySetting
    },
    hosts: ['models.example'],
    every: (_, work) => {
      look = work
      return () => (look = () => {})
    },
  })
  return {
    ...{ network, path, opened },
    cuts: () => cuts,
    turnOff: () => void (isOffBySetting = true),
    closeStore: () => void (isStoreClosed = true),
    look: () => look(),
  }
}

it('opens nothing where the network is off, by the setting or by the start', () => {
  const { network, opened, turnOff } = setUp()
  turnOff()
  expect(() => network.open(['models.example'], () => {})).toThrow(/network is off/)
  expect(() => setUp(true).network.open(['models.example'], () => {})).toThrow(/--offline/)
  expect(opened).toEqual([])
})

it('ends what is open when another program turns the network off', () => {
  const { network, opened, turnOff, look, cuts } = setUp()
  let closed = 0
  const held = network.open(['models.example'], () => (closed += 1))
  look()
  expect([opened.length, closed, cuts()]).toEqual([1, 0, 0])
  turnOff()
  look()
  expect([closed, cuts()]).toEqual([1, 1])
  held[Symbol.dispose]()
  expect(opened).toEqual([])
})

it('ends what is still open when its program ends, and asks no store that is closed', () => {
  const { network, look, closeStore } = setUp()
  let closed = 0
  using _held = network.open(['models.example'], () => (closed += 1))
  network[Symbol.dispose]()
  closeStore()
  look()
  expect(closed).toBe(1)
})

it('reports what was attempted, the newest first, also after a restart', () => {
  const { network, path } = setUp()
  network.note(attempt)
  network.note({ ...attempt, allowed: true, host: 'later.example' })
  const report = network.report(1)
  expect(report).toMatchObject({ network: 'models', forced: false, allowed: 1, refused: 1 })
  expect(report.attempts.map(({ host }) => host)).toEqual(['later.example'])
  expect(attemptLog(path).read()).toHaveLength(2)
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3)
})

it('keeps its own attempts where the file cannot be written', () => {
  const log = attemptLog(join(fileURLToPath(import.meta.url), 'network.jsonl'))
  log.add(attempt)
  expect(log.read()).toEqual([attempt])
})
