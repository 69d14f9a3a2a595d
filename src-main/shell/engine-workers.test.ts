import { EventEmitter } from 'node:events'
import type { MessagePortMain } from 'electron'
import { expect, it, vi } from 'vitest'
import { type EngineWorkersParts, engineWorkers, type WorkerProcess } from './engine-workers.ts'

class StandInWorker extends EventEmitter {
  readonly program: string
  readonly args: readonly string[]
  readonly postMessage = vi.fn<WorkerProcess['postMessage']>()
  /** Electron's answer: false while there is no process to be ended. */
  readonly kill = vi.fn<() => boolean>(() => this.isRunning)
  isRunning = false
  readonly pid = 4711
  constructor(program: string, args: readonly string[]) {
    super()
    this.program = program
    this.args = args
  }
  spawn(): void {
    this.isRunning = true
    this.emit('spawn')
  }
}

function setUp() {
  const started: StandInWorker[] = []
  const ports: Array<Record<'port1' | 'port2', MessagePortMain>> = []
  const timers = new Map<() => void, number>()
  const tell = vi.fn<EngineWorkersParts['tell']>()
  const endForGood = vi.fn<(pid: number) => void>()
  const workers = engineWorkers({
    endForGood,
    launchWorker: (program, args) => {
      const next = new StandInWorker(program, args)
      started.push(next)
      return next as unknown as WorkerProcess
    },
    openPorts: () => {
      const pair = { port1: { of: 'engine' }, port2: { of: 'worker' } }
      ports.push(pair as unknown as Record<'port1' | 'port2', MessagePortMain>)
      return ports.at(-1) as Record<'port1' | 'port2', MessagePortMain>
    },
    later: (work, delayMs) => {
      timers.set(work, delayMs)
      return () => void timers.delete(work)
    },
    tell,
  })
  const child = (index: number): StandInWorker => {
    const found = started[index]
    if (!found) throw new Error('No such worker was started.')
    return found
  }
  return { workers, started, child, ports, timers, tell, endForGood }
}

it('starts a worker and gives it and the engine each their end of a port', () => {
  const { workers, child, ports, tell } = setUp()
  workers.launch(7, 'recognition', ['/models/voice.bin'])
  expect(child(0).program).toBe('recognition')
  expect(child(0).args).toEqual(['/models/voice.bin'])
  expect(child(0).postMessage).toHaveBeenCalledExactlyOnceWith(null, [ports[0]?.port2])
  expect(tell).toHaveBeenCalledExactlyOnceWith({ kind: 'launched', worker: 7 }, [ports[0]?.port1])
})

it('tells once when a worker is gone', () => {
  const { workers, child, tell } = setUp()
  workers.launch(1, 'recognition', [])
  child(0).spawn()
  child(0).emit('exit', 3)
  expect(tell).toHaveBeenLastCalledWith({ kind: 'lost', worker: 1, reason: 'exit code 3' })
  expect(tell).toHaveBeenCalledTimes(2)
})

it('ends the worker that the engine names, and no other', () => {
  const { workers, child } = setUp()
  workers.launch(1, 'recognition', [])
  workers.launch(2, 'recognition', [])
  child(0).spawn()
  child(1).spawn()
  workers.end(2)
  workers.end(3)
  expect(child(0).kill).not.toHaveBeenCalled()
  expect(child(1).kill).toHaveBeenCalledOnce()
})

it('ends a worker for good that stands still and does not leave, and no other', () => {
  const { workers, child, timers, endForGood } = setUp()
  workers.launch(1, 'recognition', [])
  child(0).spawn()
  workers.end(1)
  const [patience] = timers.keys()
  expect([...timers.values()]).toEqual([1_000])
  patience?.()
  expect(endForGood).toHaveBeenCalledExactlyOnceWith(4711)
  child(0).emit('exit', 0)
  patience?.()
  expect(endForGood).toHaveBeenCalledOnce()
})

it('takes no harm from a worker that left in the very moment in which it is ended', () => {
  const { workers, child, timers, endForGood } = setUp()
  workers.launch(1, 'recognition', [])
  child(0).spawn()
  workers.end(1)
  const [patience] = timers.keys()
  endForGood.mockImplementationOnce(() => {
    throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' })
  })
  expect(patience).not.toThrow()
  endForGood.mockImplementationOnce(() => {
    throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
  })
  expect(patience).toThrow('EPERM')
})

it('ends a worker that is still being started as soon as it can be', () => {
  const { workers, child } = setUp()
  workers.launch(1, 'recognition', [])
  workers.end(1)
  expect(child(0).kill.mock.results).toEqual([{ type: 'return', value: false }])
  child(0).spawn()
  expect(child(0).kill.mock.results.at(-1)).toEqual({ type: 'return', value: true })
})

it('counts a worker as lost that never starts, and ends it should it start late', () => {
  const { workers, child, timers, tell } = setUp()
  workers.launch(1, 'recognition', [])
  expect([...timers.values()]).toEqual([30_000])
  for (const work of timers.keys()) work()
  expect(tell).toHaveBeenLastCalledWith({ kind: 'lost', worker: 1, reason: 'did not start' })
  child(0).spawn()
  expect(child(0).kill).toHaveBeenLastCalledWith()
  expect(child(0).kill.mock.results.at(-1)).toEqual({ type: 'return', value: true })
  child(0).emit('exit', 0)
  expect(tell).toHaveBeenCalledTimes(2)
})

it.each(['spawn', 'exit'])('waits no longer for the start after %s', (event) => {
  const { workers, child, timers } = setUp()
  workers.launch(1, 'recognition', [])
  child(0).emit(event, 0)
  expect(timers.size).toBe(0)
})

it('runs a few workers at once and refuses the next until one is gone', () => {
  const { workers, started, child, tell } = setUp()
  for (const worker of [1, 2, 3, 4, 5, 6, 7]) workers.launch(worker, 'recognition', [])
  expect(started).toHaveLength(6)
  expect(tell).toHaveBeenLastCalledWith({ kind: 'lost', worker: 7, reason: 'too many workers' })
  child(0).emit('exit', 0)
  workers.launch(8, 'recognition', [])
  expect(started).toHaveLength(7)
})

it('starts no second process under a number that is in use', () => {
  const { workers, started, tell } = setUp()
  workers.launch(1, 'recognition', [])
  workers.launch(1, 'recognition', [])
  expect(started).toHaveLength(1)
  expect(tell).toHaveBeenCalledOnce()
})

it('ends them all with their engine and tells nobody', () => {
  const { workers, child, tell } = setUp()
  workers.launch(1, 'recognition', [])
  workers.launch(2, 'recognition', [])
  child(0).spawn()
  workers.endAll()
  child(1).spawn()
  for (const index of [0, 1]) {
    expect(child(index).kill.mock.results.at(-1)).toEqual({ type: 'return', value: true })
    child(index).emit('exit', 0)
  }
  expect(tell.mock.calls.map(([{ kind }]) => kind)).toEqual(['launched', 'launched'])
})
