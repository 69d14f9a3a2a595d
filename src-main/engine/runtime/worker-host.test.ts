import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { WireError } from '#contract/errors.ts'
import { hostWorker, type WorkerLike } from './worker-host.ts'

const Outcome = z.union([
  z.strictObject({ id: z.int(), error: WireError }),
  z.strictObject({ id: z.int(), reply: z.unknown() }),
  z.strictObject({ id: z.int(), sign: z.unknown() }),
])

interface Spawned {
  readonly sent: unknown[]
  ended: boolean
  /** It was not asked to leave by itself. */
  endedNow: boolean
  answer(value: unknown): void
  die(reason: string): void
}

/** Workers that do what the test says, and timers it rings by hand. */
function setUp({
  wholeMs = 1_000_000,
  afterAbortMs = 2_000,
  isHeld = (): boolean => false,
  silentMs = Infinity,
  idleMs = Infinity,
} = {}) {
  const spawned: Spawned[] = []
  const lost: string[] = []
  const timers = new Set<{ readonly ms: number; readonly work: () => void }>()
  const spawn = (): WorkerLike => {
    const ears: Array<(value: unknown) => void> = []
    const exits: Array<(reason: string) => void> = []
    const worker: Spawned = {
      sent: [],
      ended: false,
      endedNow: false,
      answer: (value) => ears.forEach((hear) => hear(value)),
      die: (reason) => exits.forEach((tell) => tell(reason)),
    }
    spawned.push(worker)
    return {
      postMessage: (value) => void worker.sent.push(value),
      onMessage: (listener) => void ears.push(listener),
      onExit: (listener) => void exits.push(listener),
      terminate: async (how) => {
        worker.ended = true
        worker.endedNow = how === 'now'
        worker.die('ended')
      },
    }
  }
  const host = hostWorker<string>({
    label: 'test worker',
    spawn,
    parseOutcome: (value) => Outcome.parse(value),
    onLost: ({ kind, reason }) => lost.push(`${kind}: ${reason}`),
    idleMs: 120_000,
    later: (ms, work) => {
      const timer = { ms, work }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    patience: () => ({ wholeMs, afterAbortMs, silentMs, idleMs }),
    isHeld,
  })
  /** Lets the timers of so many milliseconds ring that run now. */
  const ring = (wanted: number): void => {
    for (const timer of [...timers].filter(({ ms }) => ms === wanted)) {
      timers.delete(timer)
      timer.work()
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

it('is not disturbed by a worker that tells what it uses', async () => {
  const { host, spawned, lost } = setUp()
  const answer = host.run('a')
  spawned[0]?.answer({ usage: { cpuMs: 1_200.5, memoryBytes: 5_000 } })
  spawned[0]?.answer({ id: 1, reply: 'done' })
  await expect(answer).resolves.toBe('done')
  expect(lost).toEqual([])
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
  expect(lost).toEqual(['died: SIGSEGV'])
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

it('hands on signs of a job, which give it all its time again', async () => {
  const { host, spawned, lost, ring } = setUp({ wholeMs: 2_000 })
  const signs: unknown[] = []
  const job = host.run('a', undefined, (sign) => signs.push(sign))
  ring(1_000)
  spawned[0]?.answer({ id: 1, sign: 'half' })
  ring(1_000)
  expect(lost).toEqual([])
  spawned[0]?.answer({ id: 1, reply: 'whole' })
  await expect(job).resolves.toBe('whole')
  expect(signs).toEqual(['half'])
})

it('waits for the end of an aborted job only, whatever signs still come', async () => {
  const { host, spawned, lost, ring } = setUp({ afterAbortMs: 2_000 })
  const job = host.run('a', AbortSignal.abort())
  ring(1_000)
  spawned[0]?.answer({ id: 1, sign: 'half' })
  ring(1_000)
  await expect(job).rejects.toMatchObject({ code: 'worker_crashed' })
  expect(lost).toEqual(['hung: no answer in time'])
})

it('counts no time while its work is held', () => {
  let held = true
  const { host, lost, ring } = setUp({ wholeMs: 1_000, isHeld: () => held })
  host.run('a').catch(() => {})
  ring(1_000)
  expect(lost).toEqual([])
  held = false
  ring(1_000)
  expect(lost).toEqual(['hung: no answer in time'])
})

it('says something to a worker that is there, and starts none for it', () => {
  const { host, spawned } = setUp()
  host.tell('early')
  expect(spawned).toEqual([])
  host.run('a').catch(() => {})
  host.tell('now')
  expect(spawned[0]?.sent).toEqual([{ id: 1, job: 'a' }, 'now'])
})

it('ends a worker that has been idle, but never one that works', async () => {
  const { host, spawned, lost, ring, timers } = setUp()
  const idling = () => [...timers].filter(({ ms }) => ms === 120_000)
  const first = host.run('a')
  ring(120_000)
  expect(spawned[0]?.ended).toBe(false)
  spawned[0]?.answer({ id: 1, reply: 'A' })
  await first
  const second = host.run('b')
  expect(idling()).toEqual([])
  spawned[0]?.answer({ id: 2, reply: 'B' })
  await second
  ring(120_000)
  expect(spawned[0]?.ended).toBe(true)
  expect(lost).toEqual([])
  void host.run('c').catch(() => {})
  expect(spawned).toHaveLength(2)
})

it('gives up a worker that does not answer in time, and hears no more of it', async () => {
  const { host, spawned, lost, ring } = setUp({ wholeMs: 3_000 })
  const job = host.run('a')
  ring(1_000)
  ring(1_000)
  expect(lost).toEqual([])
  ring(1_000)
  await expect(job).rejects.toMatchObject({ code: 'worker_crashed' })
  expect(lost).toEqual(['hung: no answer in time'])
  expect(spawned[0]?.ended).toBe(true)
  const next = host.run('b')
  spawned[0]?.answer({ id: 2, reply: 'of the other one' })
  spawned[1]?.answer({ id: 2, reply: 'B' })
  await expect(next).resolves.toBe('B')
})

it('waits shorter once it was aborted', async () => {
  const { host, lost, ring } = setUp()
  const stop = new AbortController()
  const job = host.run('a', stop.signal)
  ring(1_000)
  stop.abort()
  ring(1_000)
  expect(lost).toEqual([])
  ring(1_000)
  await expect(job).rejects.toMatchObject({ code: 'worker_crashed' })
})

it('never blames a worker for the time in which nothing was asked of it', async () => {
  const { host, spawned, lost, ring } = setUp({ wholeMs: 2_000 })
  for (let id = 1; id < 9; id++) {
    const job = host.run('a')
    ring(1_000)
    spawned[0]?.answer({ id, reply: null })
    await job
    ring(1_000)
  }
  expect(lost).toEqual([])
})

describe('a worker that tells that it is there', () => {
  const beat = (cpuMs: number) => ({ beat: { cpuMs, reads: 0 } })

  it('is given up when it stands still, and ended without being asked', async () => {
    const { host, spawned, lost, ring } = setUp({ silentMs: 1_000 })
    const first = host.run('a')
    spawned[0]?.answer(beat(10))
    spawned[0]?.answer({ id: 1, reply: 'A' })
    await first
    const second = host.run('b')
    for (let count = 0; count < 3; count++) ring(250)
    expect(lost).toEqual([])
    ring(250)
    await expect(second).rejects.toMatchObject({ code: 'worker_crashed' })
    expect(lost).toEqual(['hung: no sign of life'])
    expect(spawned[0]?.endedNow).toBe(true)
  })

  it('may open its libraries in silence before it has answered anything', async () => {
    const { host, spawned, lost, ring } = setUp({ silentMs: 1_000 })
    host.run('a').catch(() => {})
    spawned[0]?.answer(beat(10))
    for (let count = 0; count < 19; count++) ring(250)
    expect(lost).toEqual([])
    ring(250)
    expect(lost).toEqual(['hung: no sign of life'])
  })

  it('is given up when it does nothing, whatever else it answers meanwhile', async () => {
    const { host, spawned, lost, ring } = setUp({ silentMs: 1_000, idleMs: 1_000 })
    const job = host.run('a')
    for (let count = 1; count <= 3; count++) {
      spawned[0]?.answer(beat(10 * count))
      ring(250)
    }
    expect(lost).toEqual([])
    for (let count = 1; count <= 4; count++) {
      spawned[0]?.answer(beat(30))
      ring(250)
    }
    await expect(job).rejects.toMatchObject({ code: 'worker_crashed' })
    expect(lost).toEqual(['hung: nothing was done'])
  })

  it('is not watched while nothing is asked of it', async () => {
    const { host, spawned, lost, ring, timers } = setUp({ silentMs: 1_000 })
    const job = host.run('a')
    spawned[0]?.answer(beat(10))
    spawned[0]?.answer({ id: 1, reply: 'A' })
    await job
    ring(250)
    expect([lost, [...timers].filter(({ ms }) => ms === 250)]).toEqual([[], []])
  })
})

it('gives up a worker that says what nobody understands', async () => {
  const { host, spawned, lost } = setUp()
  const job = host.run('a')
  spawned[0]?.answer({ id: 'one', reply: 1 })
  await expect(job).rejects.toMatchObject({ code: 'worker_crashed' })
  expect(lost).toEqual(['garbled: ZodError'])
  expect(spawned[0]?.ended).toBe(true)
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
