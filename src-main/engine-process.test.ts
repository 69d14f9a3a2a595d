import { EventEmitter, once } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { expect, it, vi } from 'vitest'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { NetworkAttempt } from '#contract/network.ts'
import { connect } from '#wire/connect.ts'
import { portChannel } from '#wire/port-channel.ts'
import type { WorkerLike } from '#engine/runtime/worker-host.ts'
import { type ParentPort, serveShell } from './engine-process.ts'

class StandInShell extends EventEmitter {
  readonly postMessage = vi.fn<ParentPort['postMessage']>()
}

function setUp(open?: Parameters<typeof serveShell>[1]) {
  const shell = new StandInShell()
  const finished = vi.fn<() => void>()
  const attempted = vi.fn<(attempt: NetworkAttempt) => void>()
  const engine = {
    // Only the command used here exists: the process must not care.
    api: { 'meeting.list': async () => [] } as Partial<EngineApi> as EngineApi,
    subscribe: () => () => {},
    receive: () => Promise.reject(new Error('no file is sent here')),
    attempted,
    async [Symbol.asyncDispose]() {
      finished()
    },
  }
  const exited = serveShell(shell, open ?? (async () => engine))
  const openPage = () => {
    const { port1, port2 } = new MessageChannel()
    shell.emit('message', { data: { kind: 'page' }, ports: [port1] })
    return { client: connect(portChannel(port2)), port: port2 }
  }
  return { shell, exited, finished, attempted, openPage }
}

it('keeps what the shell saw attempted', async () => {
  const { shell, attempted } = setUp()
  const attempt = {
    at: '2026-11-28T12:00:00.000Z',
    by: 'page',
    part: null,
    what: 'request',
    host: 'example.org',
    port: null,
    allowed: false,
  }
  shell.emit('message', { data: { kind: 'attempted', attempt }, ports: [] })
  shell.emit('message', { data: { kind: 'attempted', attempt: { host: 7 } }, ports: [] })
  await expect.poll(() => attempted.mock.calls).toEqual([[attempt]])
})

it('says that it is ready and serves every page over its own port', async () => {
  const { shell, exited, openPage } = setUp()
  const pages = [openPage(), openPage()]
  for (const { client } of pages) {
    await expect(client.call('meeting.list', {})).resolves.toEqual([])
  }
  expect(shell.postMessage).toHaveBeenCalledExactlyOnceWith({ kind: 'ready' })
  for (const { port } of pages) port.close()
  shell.emit('message', { data: { kind: 'stop' }, ports: [] })
  await exited
})

it('finishes what the engine is doing before it leaves', async () => {
  const { shell, exited, finished } = setUp()
  shell.emit('message', { data: { kind: 'stop' }, ports: [] })
  await expect(exited).resolves.toBe(0)
  expect(finished).toHaveBeenCalledOnce()
})

it('takes no notice of what the shell never says', async () => {
  const { shell, exited, finished } = setUp()
  for (const data of ['stop', null, { kind: 'quit' }]) shell.emit('message', { data, ports: [] })
  await new Promise(setImmediate)
  expect(finished).not.toHaveBeenCalled()
  shell.emit('message', { data: { kind: 'stop' }, ports: [] })
  await exited
})

it('passes on why the engine cannot be used, and closes the port of a page that waits', async () => {
  const { shell, exited, openPage } = setUp(async () => {
    throw new AppError('data_newer', 'These meetings need a newer RTSTT.')
  })
  const { port } = openPage()
  await once(port, 'close')
  await expect.poll(() => shell.postMessage).toHaveBeenCalled()
  shell.emit('message', { data: { kind: 'stop' }, ports: [] })
  await expect(exited).resolves.toBe(1)
  expect(shell.postMessage).toHaveBeenCalledExactlyOnceWith({
    kind: 'unusable',
    sentence: 'These meetings need a newer RTSTT.',
  })
})

it('lets a bug end the process', async () => {
  const { exited } = setUp(async () => {
    throw new TypeError('not a function')
  })
  await expect(exited).rejects.toThrow('not a function')
})

it('has its workers started by the shell and speaks to them over their ports', async () => {
  const opened = Promise.withResolvers<never>()
  const started = Promise.withResolvers<WorkerLike>()
  const { shell } = setUp((launch) => {
    started.resolve(launch('recognition', ['/models/voice.bin']))
    return opened.promise
  })
  const worker = await started.promise
  expect(shell.postMessage).toHaveBeenCalledExactlyOnceWith({
    kind: 'launch',
    worker: 1,
    program: 'recognition',
    args: ['/models/voice.bin'],
  })
  const { port1, port2 } = new MessageChannel()
  shell.emit('message', { data: { kind: 'launched', worker: 1 }, ports: [port1] })
  worker.postMessage('a job')
  expect(await once(port2, 'message')).toEqual(['a job'])
  const lost = new Promise((resolve) => worker.onExit(resolve))
  shell.emit('message', { data: { kind: 'lost', worker: 1, reason: 'exit code 3' }, ports: [] })
  expect(await lost).toBe('exit code 3')
})
