import { once } from 'node:events'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { expect, it, vi } from 'vitest'
import { portWorkers, type WorkerWish } from './port-workers.ts'

function setUp({ graceMs = 60_000 } = {}) {
  const wishes: WorkerWish[] = []
  const wished = Promise.withResolvers<void>()
  const workers = portWorkers((wish) => {
    wishes.push(wish)
    if (wish.kind === 'end') wished.resolve()
  }, graceMs)
  const worker = workers.launch('recognition', ['/models/voice.bin'])
  const onExit = vi.fn<(reason: string) => void>()
  worker.onExit(onExit)
  return { workers, worker, wishes, endWished: wished.promise, onExit }
}

/** The first so many messages that come out of a port. */
async function take(port: MessagePort, count: number): Promise<unknown[]> {
  const taken: unknown[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  port.on('message', (value) => {
    if (taken.push(value) === count) resolve()
  })
  await promise
  return taken
}

it('asks for a process under a number of its own', () => {
  const { workers, wishes } = setUp()
  workers.launch('language', [])
  expect(wishes).toEqual([
    { kind: 'launch', worker: 1, program: 'recognition', args: ['/models/voice.bin'] },
    { kind: 'launch', worker: 2, program: 'language', args: [] },
  ])
})

it('keeps what is sent before the port is there, in order', async () => {
  const { workers, worker } = setUp()
  const { port1, port2 } = new MessageChannel()
  worker.postMessage({ id: 1 })
  worker.postMessage({ id: 2, samples: new Int16Array([1, -2, 3]) })
  workers.connect(1, port1)
  worker.postMessage({ id: 3 })
  expect(await take(port2, 3)).toEqual([
    { id: 1 },
    { id: 2, samples: new Int16Array([1, -2, 3]) },
    { id: 3 },
  ])
  port2.close()
})

it('hears the worker whether it listened before or after the port was there', async () => {
  const { workers, worker } = setUp()
  const { port1, port2 } = new MessageChannel()
  const early = new Promise((resolve) => worker.onMessage(resolve))
  workers.connect(1, port1)
  const late = new Promise((resolve) => worker.onMessage(resolve))
  port2.postMessage({ id: 1, reply: null })
  expect(await Promise.all([early, late])).toEqual([
    { id: 1, reply: null },
    { id: 1, reply: null },
  ])
  port2.close()
})

it('tells once why a worker is gone, and lets later messages fall', async () => {
  const { workers, worker, onExit } = setUp()
  const { port1, port2 } = new MessageChannel()
  workers.connect(1, port1)
  workers.lose(1, 'exit code 7')
  workers.lose(1, 'exit code 8')
  worker.postMessage({ id: 1 })
  await once(port2, 'close')
  expect(onExit).toHaveBeenCalledExactlyOnceWith('exit code 7')
})

it('is told when a worker could not be started at all', async () => {
  const { workers, onExit, worker } = setUp()
  workers.lose(1, 'too many workers')
  await worker.terminate()
  expect(onExit).toHaveBeenCalledExactlyOnceWith('too many workers')
})

it('lets a worker leave by itself when its port closes', async () => {
  const { workers, worker, wishes } = setUp()
  const { port1, port2 } = new MessageChannel()
  workers.connect(1, port1)
  const closed = once(port2, 'close').then(() => workers.lose(1, 'exit code 0'))
  await worker.terminate()
  await closed
  expect(wishes.map(({ kind }) => kind)).toEqual(['launch'])
})

it('has a worker ended that does not leave, and waits until it is gone', async () => {
  const { workers, worker, wishes, endWished, onExit } = setUp({ graceMs: 1 })
  workers.connect(1, new MessageChannel().port1)
  const gone = worker.terminate()
  await endWished
  expect(wishes.at(-1)).toEqual({ kind: 'end', worker: 1 })
  expect(onExit).not.toHaveBeenCalled()
  workers.lose(1, 'exit code 0')
  await gone
})

it('has a worker ended whose port has not come yet, and closes the port when it comes', async () => {
  const { workers, worker, endWished } = setUp()
  const gone = worker.terminate()
  await endWished
  const { port1, port2 } = new MessageChannel()
  workers.connect(1, port1)
  await once(port2, 'close')
  workers.lose(1, 'exit code 0')
  await gone
})

it('closes a port to a worker that it never asked for', async () => {
  const { workers } = setUp()
  const { port1, port2 } = new MessageChannel()
  workers.connect(9, port1)
  workers.lose(9, 'exit code 0')
  await once(port2, 'close')
})
