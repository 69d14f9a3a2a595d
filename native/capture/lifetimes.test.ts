import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { captureProblem, openCapture } from './capture.ts'
import { first } from './testing/listen.ts'
import { pulseProblem, startPulseDaemon } from './testing/pulse-daemon.ts'

vi.setConfig({ testTimeout: 60_000 })

const problem = pulseProblem() ?? captureProblem()
const program = path.join(import.meta.dirname, 'testing', 'hear.program.ts')

async function setUp() {
  const daemon = await startPulseDaemon()
  onTestFinished(() => daemon.close())
  await daemon.addSink('speakers')
  return daemon
}

async function runProgram(server: string, ending: string) {
  const child = fork(program, [server, ending], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const messages: number[] = []
  child.on('message', (message) => messages.push(Number(message)))
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  return { code, signal, messages }
}

describe.skipIf(problem !== null)('a process that hears devices', () => {
  it('can exit in the middle of a stream', async () => {
    const { server } = await setUp()
    for (let round = 0; round < 3; round++) {
      expect(await runProgram(server, 'exit')).toMatchObject({ code: 0, signal: null })
    }
  })

  it.each(['close', 'leave'])('ends by itself when nothing is waited for: %s', async (ending) => {
    const { server } = await setUp()
    expect(await runProgram(server, ending)).toMatchObject({ code: 0, signal: null })
  })

  it('ends its threads with its connections', async () => {
    const { server } = await setUp()
    const { code, messages } = await runProgram(server, 'repeat')
    expect(code).toBe(0)
    expect(messages).toHaveLength(20)
    expect(Math.max(...messages.slice(10))).toBeLessThanOrEqual(Math.max(...messages.slice(0, 10)))
  })
})

describe.skipIf(problem !== null)('a thread that hears devices', () => {
  it('can be terminated in the middle of a stream, and the others go on', async () => {
    const { server } = await setUp()
    const capture = await openCapture({ server })
    onTestFinished(() => capture.close())
    const request = { kind: 'loopback', deviceId: null, excludeOwnProcess: false } as const
    const stream = await capture.open({ ...request, ringMs: 20_000 })
    for (let round = 0; round < 2; round++) {
      const worker = new Worker(program, { argv: [server, 'stay'] })
      await once(worker, 'message')
      await worker.terminate()
    }
    const other = await capture.open({ ...request, ringMs: 1_000 })
    await expect(first(other, ({ type }) => type === 'samples')).resolves.not.toBeNull()
    await expect(
      first(stream, ({ type }) => type === 'overrun' || type === 'samples'),
    ).resolves.toMatchObject({ type: 'samples' })
  })
})
