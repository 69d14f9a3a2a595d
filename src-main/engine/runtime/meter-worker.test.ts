import { expect, it, vi } from 'vitest'
import { meterWorker } from './meter-worker.ts'
import type { Usage } from './usage.ts'
import type { WorkerLike } from './worker-host.ts'

function setUp() {
  const hearing: Array<(value: unknown) => void> = []
  const leaving: Array<(reason: string) => void> = []
  const worker: WorkerLike = {
    postMessage: () => {},
    onMessage: (listener) => void hearing.push(listener),
    onExit: (listener) => void leaving.push(listener),
    terminate: async () => {},
  }
  const heard = vi.fn<(usage: Usage | null) => void>()
  const answers = vi.fn<(value: unknown) => void>()
  meterWorker(worker, heard).onMessage(answers)
  return {
    heard,
    answers,
    say: (value: unknown) => hearing.forEach((hear) => hear(value)),
    leave: () => leaving.forEach((left) => left('exit code 0')),
  }
}

it('hears what the process uses, and keeps it from whoever gives it work', () => {
  const { heard, answers, say } = setUp()
  say({ usage: { cpuMs: 12.5, memoryBytes: 1000 } })
  expect(heard).toHaveBeenCalledExactlyOnceWith({ cpuMs: 12.5, memoryBytes: 1000 })
  expect(answers).not.toHaveBeenCalled()
})

it.each([
  ['an answer', { id: 1, reply: null }],
  ['an answer that carries more', { id: 1, usage: { cpuMs: 1, memoryBytes: 1 } }],
  ['what nobody understands', { usage: 'much' }],
])('passes on %s', (_, value) => {
  const { heard, answers, say } = setUp()
  say(value)
  expect(answers).toHaveBeenCalledExactlyOnceWith(value)
  expect(heard).not.toHaveBeenCalled()
})

it('hears that the process is gone', () => {
  const { heard, leave } = setUp()
  leave()
  expect(heard).toHaveBeenCalledExactlyOnceWith(null)
})
