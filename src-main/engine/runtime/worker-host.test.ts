import { expect, it } from 'vitest'
import { z } from 'zod'
import { WireError } from '#contract/errors.ts'
import { hostWorker, type WorkerLike } from './worker-host.ts'

const Outcome = z.union([
  z.strictObject({ id: z.int(), error: WireError }),
  z.strictObject({ id: z.int(), reply: z.unknown() }),
])

interface Spawned {
  readonly sent: unknown[]
  ended: boolean
  answer(value: unknown): void
  die(reason: string): void
}

/** Workers that do what the test says, and timers it rings by hand. */
function setUp() {
  const spawned: Spawned[] = []
  const lost: string[] = []
  const timers = new Set<() => void>()
  const spawn = (): WorkerLike => {
    const ears: Array<(value: unknown) => void> = []
    const exits: Array<(reason: string) => void> = []
    const worker: Spawned = {
      sent: [],
      ended: false,
      answer: (value) => ears.forEach((hear) => hear(value)),
      die: (reason) => exits.forEach((tell) => tell(reason)),
    }
    spawned.push(worker)
    return {
      postMessage: (value) => void worker.sent.push(value),
      onMessage: (listener) => void ears.push(listener),
      onExit: (listener) => void exits.push(listener),
      terminate: async () => {
        worker.ended = true
        worker.die('ended')
      },
    }
  }
  const host = hostWorker<string>({
    label: 'test worker',
    spawn,
    parseOutcome: (value) => Outcome.parse(value),
    onLost: (reason) => lost.push(reason),
    idleMs: 1,
    later: (_, work) => {
      timers.add(work)
      return () => timers.delete(work)
    },
  })
  const ring = (): void => {
    for (const work of [...timers]) {
      timers.delete(work)
      work()
    }
  }
  return { host, spawned, lost, ring, timers }
}

it('pairs replies with jobs, in whatever order they come', async () => {
  const { host, spawned } = setUp()
  const [first, second] = [host.run('a'), host.run('b')]
  expect(spawned).toHaveLength(1)
  spawned[0]?.answer({ id: 2, reply: 'B' })
  spawned[0]?.answer({ id: 1, reply: 'A' })
  await expect(first).resolves.toBe('A')
  await expect(second).resolves.toBe('B')
})

it('hands on the failure of a job with its code', async () => {
  const { host, spawned } = setUp()
  const job = host.run('a')
  spawned[0]?.answer({ id: 1, error: { code: 'model_broken', message: 'Broken.' } })
  await expect(job).rejects.toMatchObject({ code: 'model_broken', message: 'Broken.' })
})

it('fails the jobs in flight when the worker dies, and gives the next job a new one', async () => {
  const { host, spawned, lost } = setUp()
  const job = host.run('a')
  spawned[0]?.die('SIGSEGV')
  await expect(job).rejects.toMatchObject({ code: 'worker_crashed' })
  expect(lost).toEqual(['SIGSEGV'])
  const next = host.run('b')
  expect(spawned).toHaveLength(2)
  spawned[1]?.answer({ id: 2, reply: 'B' })
  await expect(next).resolves.toBe('B')
})

it('passes an abort on and waits for the worker to answer it', async () => {
  const { host, spawned } = setUp()
  const stop = new AbortController()
  const job = host.run('a', stop.signal)
  stop.abort()
  expect(spawned[0]?.sent).toEqual([{ id: 1, job: 'a' }, { abort: 1 }])
  spawned[0]?.answer({ id: 1, reply: 'partly' })
  await expect(job).resolves.toBe('partly')
})

it('ends a worker that has been idle, but never one that works', async () => {
  const { host, spawned, lost, ring, timers } = setUp()
  const first = host.run('a')
  ring()
  expect(spawned[0]?.ended).toBe(false)
  spawned[0]?.answer({ id: 1, reply: 'A' })
  await first
  const second = host.run('b')
  expect(timers.size).toBe(0)
  spawned[0]?.answer({ id: 2, reply: 'B' })
  await second
  ring()
  expect(spawned[0]?.ended).toBe(true)
  expect(lost).toEqual([])
  void host.run('c').catch(() => {})
  expect(spawned).toHaveLength(2)
})

it('fails what waits when it is closed', async () => {
  const { host, spawned } = setUp()
  const job = host.run('a')
  await Promise.all([
    expect(job).rejects.toMatchObject({ code: 'cancelled' }),
    host[Symbol.asyncDispose](),
  ])
  expect(spawned[0]?.ended).toBe(true)
})
