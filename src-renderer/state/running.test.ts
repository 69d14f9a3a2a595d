import { expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { applyToRunning, idle } from './running.ts'

const sample = {
  at: '2026-11-28T08:00:00.000Z',
  spanMs: 2000,
  meetingId: null,
  lagMs: null,
  lookMs: null,
  decoding: 0,
  processes: [],
  gpu: null,
  tokensPerSecond: null,
}
const model = {
  modelId: 'test-speech-en',
  backend: 'cpu',
  backendName: 'Processor',
  speed: 40,
  lookMs: null,
  wordErrors: 0,
  memoryBytes: null,
  problem: null,
}
const progressed = (done: number, total: number): EngineEvent => ({
  type: 'computer.progressed',
  done,
  total,
  model,
})

it('keeps ten minutes of samples, the newest last', () => {
  let running = idle
  for (let count = 0; count < 400; count++)
    running = applyToRunning(running, {
      type: 'performance.measured',
      sample: { ...sample, decoding: count },
    })
  expect(running.samples).toHaveLength(300)
  expect(running.samples.at(-1)?.decoding).toBe(399)
})

it('knows how far a measurement has come, until it is over', () => {
  const first = applyToRunning(idle, progressed(1, 3))
  const second = applyToRunning(first, progressed(2, 3))
  expect(second.measuring).toMatchObject({ done: 2, total: 3 })
  expect(second.measuring?.models).toHaveLength(2)
  expect(applyToRunning(second, progressed(3, 3)).measuring).toBeNull()
})

it('begins anew with another measurement', () => {
  const again = applyToRunning(applyToRunning(idle, progressed(2, 3)), progressed(1, 3))
  expect(again.measuring?.models).toHaveLength(1)
})
