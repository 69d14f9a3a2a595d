import { EventEmitter } from 'node:events'
import type { MessagePortMain } from 'electron'
import { expect, it, vi } from 'vitest'
import { type EngineProcess, hostEngine } from './engine-host.ts'
import type { WorkerProcess } from './engine-workers.ts'

class StandInProcess extends EventEmitter {
  readonly sent: Array<readonly [message: unknown, ports: readonly unknown[]]> = []
  readonly kill = vi.fn(() => this.emit('exit', 1))
  postMessage(message: unknown, ports: readonly unknown[] = []): void {
    this.sent.push([message, ports])
  }
}

/** A clock that is turned by hand. */
function handClock() {
  const pending = new Map<() => void, number>()
  return {
    later: (work: () => void, delayMs: number) => {
      pending.set(work, delayMs)
      return () => void pending.delete(work)
    },
    delays: () => [...pending.values()],
    ring: () => {
      for (const work of [...pending.keys()]) {
        pending.delete(work)
        work()
      }
    },
  }
}

function setUp() {
  const started: StandInProcess[] = []
  const workers: StandInProcess[] = []
  const clock = handClock()
  const onUnusable = vi.fn<(sentence: string) => void>()
  const host = hostEngine({
    launch: () => {
      const next = new StandInProcess()
      started.push(next)
      return next as unknown as EngineProcess
    },
    endForGood: () => {},
    launchWorker: () => {
      const next = new StandInProcess()
      workers.push(next)
      return next as unknown as WorkerProcess
    },
    openPorts: () => ({ port1: port(), port2: port() }),
    later: clock.later,
    onUnusable,
  })
  const latest = (): StandInProcess => {
    const last = started.at(-1)
    if (!last) throw new Error('No engine was started.')
    return last
  }
  return { host, started, workers, latest, clock, onUnusable }
}

const port = () => ({ close: vi.fn() }) as unknown as MessagePortMain

it('keeps a port until the engine is ready, then hands it over', () => {
  const { host, latest } = setUp()
  const early = port()
  host.connect(early)
  expect(latest().sent).toEqual([])
  latest().emit('message', { kind: 'ready' })
  expect(latest().sent).toEqual([[{ kind: 'page' }, [early]]])
  const late = port()
  host.connect(late)
  expect(latest().sent.at(-1)).toEqual([{ kind: 'page' }, [late]])
})

it('tells the engine what was tried on the network, as soon as it is there', () => {
  const { host, latest } = setUp()
  const attempt = {
    at: '2026-11-28T12:00:00.000Z',
    by: 'page',
    part: null,
    what: 'request',
    host: 'example.org',
    port: null,
    allowed: false,
  } as const
  host.attempted(attempt)
  expect(latest().sent).toEqual([])
  latest().emit('message', { kind: 'ready' })
  expect(latest().sent).toEqual([[{ kind: 'attempted', attempt }, []]])
})

it('drops the oldest ask when a page keeps asking in vain', () => {
  const { host, latest } = setUp()
  const asked = Array.from({ length: 10 }, port)
  for (const one of asked) host.connect(one)
  latest().emit('message', { kind: 'ready' })
  expect(latest().sent.map(([, ports]) => ports[0])).toEqual(asked.slice(2))
  expect(asked[0]?.close).toHaveBeenCalledOnce()
})

it('starts a lost engine again, each time later, and serves the pages that asked meanwhile', () => {
  const { host, started, latest, clock } = setUp()
  latest().emit('message', { kind: 'ready' })
  latest().emit('exit', 1)
  expect(clock.delays()).toEqual([250])
  const asked = port()
  host.connect(asked)
  clock.ring()
  expect(started).toHaveLength(2)
  latest().emit('message', { kind: 'ready' })
  expect(latest().sent).toEqual([[{ kind: 'page' }, [asked]]])
})

it('waits longer after each loss, but never longer than half a minute', () => {
  const { latest, clock } = setUp()
  const delays = Array.from({ length: 9 }, () => {
    latest().emit('exit', 1)
    const [delay] = clock.delays()
    clock.ring()
    return delay
  })
  expect(delays).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000])
})

it('forgets earlier losses once an engine has lived for a while', () => {
  const { latest, clock } = setUp()
  latest().emit('exit', 1)
  clock.ring()
  latest().emit('message', { kind: 'ready' })
  clock.ring()
  latest().emit('exit', 1)
  expect(clock.delays()).toEqual([250])
})

it('tells why an engine cannot work and does not try again', () => {
  const { latest, clock, onUnusable, started } = setUp()
  latest().emit('message', { kind: 'unusable', sentence: 'The disk is full. Make room.' })
  expect(latest().sent).toEqual([[{ kind: 'stop' }, []]])
  latest().emit('exit', 1)
  clock.ring()
  expect(onUnusable).toHaveBeenCalledWith('The disk is full. Make room.')
  expect(started).toHaveLength(1)
})

it('is stopped when the engine has left by itself, and not before', async () => {
  const { host, latest, clock, started } = setUp()
  latest().emit('message', { kind: 'ready' })
  const isStopped = vi.fn<() => void>()
  const stopped = host.stop().then(isStopped)
  await Promise.resolve()
  expect(latest().sent.at(-1)?.[0]).toEqual({ kind: 'stop' })
  expect(isStopped).not.toHaveBeenCalled()
  latest().emit('exit', 0)
  await stopped
  clock.ring()
  expect(latest().kill).not.toHaveBeenCalled()
  expect(started).toHaveLength(1)
})

it('ends an engine that does not stop in time', async () => {
  const { host, latest, clock } = setUp()
  const stopped = host.stop()
  clock.ring()
  await stopped
  expect(latest().kill).toHaveBeenCalledOnce()
})

it('stops at once when the engine is away', async () => {
  const { host, latest, clock, started } = setUp()
  latest().emit('exit', 1)
  await host.stop()
  clock.ring()
  expect(started).toHaveLength(1)
})

it('starts the workers that its engine asks for, and ends the one it names', () => {
  const { latest, workers } = setUp()
  const engine = latest()
  engine.emit('message', { kind: 'launch', worker: 1, program: 'language', args: [] })
  expect(workers).toHaveLength(1)
  expect(engine.sent.map(([message]) => message)).toEqual([{ kind: 'launched', worker: 1 }])
  engine.emit('message', { kind: 'end', worker: 1 })
  expect(workers[0]?.kill).toHaveBeenCalledOnce()
  expect(engine.sent.at(-1)?.[0]).toEqual({ kind: 'lost', worker: 1, reason: 'exit code 1' })
})

it('ends the workers of a lost engine, and tells the next one nothing of them', () => {
  const { latest, workers, clock } = setUp()
  latest().emit('message', { kind: 'launch', worker: 1, program: 'language', args: [] })
  latest().emit('exit', 1)
  expect(workers[0]?.kill).toHaveBeenCalledOnce()
  clock.ring()
  latest().emit('message', { kind: 'launch', worker: 1, program: 'language', args: [] })
  expect(workers).toHaveLength(2)
  expect(latest().sent.map(([message]) => message)).toEqual([{ kind: 'launched', worker: 1 }])
})
