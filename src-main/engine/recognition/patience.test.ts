import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jobPatience } from './patience.ts'
import type { Job } from './worker-messages.ts'

function decode(style: 'live' | 'final'): Job {
  const samples = new Int16Array(16)
  const rest = { modelPath: '', language: 'en', prompt: '', threads: null, fullContext: false }
  return { kind: 'decode', samples, style, ...rest }
}

it('is long while nothing is known of a model', () => {
  const patience = jobPatience()
  expect(patience.of(decode('live')).wholeMs).toBe(300_000)
  expect(patience.of(decode('final')).wholeMs).toBe(1_200_000)
})

it('is a minute for a fast model', () => {
  const patience = jobPatience()
  for (let count = 0; count < 3; count++) patience.took(decode('live'), 300)
  expect(patience.of(decode('live')).wholeMs).toBe(60_000)
  expect(patience.of(decode('final')).wholeMs).toBe(1_200_000)
})

it('never ends a decode that takes twenty times what another one just took', () => {
  const took = fc.array(fc.integer({ min: 1, max: 600_000 }), { minLength: 3, maxLength: 60 })
  fc.assert(
    fc.property(took, (times) => {
      const patience = jobPatience()
      for (const ms of times) patience.took(decode('live'), ms)
      const longest = Math.max(...times.slice(-20))
      expect(patience.of(decode('live')).wholeMs).toBeGreaterThanOrEqual(20 * longest)
    }),
  )
})

it('lets voice detection of half a minute take longer than of one window', () => {
  const { of } = jobPatience()
  const detect = (windows: number) =>
    of({ kind: 'detect', stream: 'me', samples: new Int16Array(512 * windows) }).wholeMs
  expect(detect(1000)).toBeGreaterThan(2 * detect(1))
})
