import { expect, it } from 'vitest'
import { followUtterance } from './follow-utterance.ts'
import type { Decoding } from './recognizer.ts'

const nothing: Decoding = {
  segments: [],
  language: 'en',
  promptTokens: [],
  pauses: [],
  aborted: false,
  timings: { encodeMs: 0, decodeMs: 0 },
}

function setUp() {
  const looks: Array<{
    from: number
    to: number
    signal: AbortSignal
    result: PromiseWithResolvers<Decoding>
  }> = []
  const shown: number[] = []
  const failures: unknown[] = []
  const follower = followUtterance({
    rules: { first: 10, hop: 5 },
    decode: (from, to, signal) => {
      const result = Promise.withResolvers<Decoding>()
      looks.push({ from, to, signal, result })
      signal.addEventListener('abort', () => result.resolve({ ...nothing, aborted: true }))
      return result.promise
    },
    show: (_, __, to) => shown.push(to),
    onFailed: (error) => failures.push(error),
  })
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return { follower, looks, shown, failures, settled }
}

it('looks first after some speech, then after each hop', async () => {
  const { follower, looks, shown, settled } = setUp()
  follower.speaking(0, 9)
  expect(looks).toHaveLength(0)
  follower.speaking(0, 10)
  looks[0]?.result.resolve(nothing)
  await settled()
  follower.speaking(0, 14)
  follower.speaking(0, 15)
  expect(looks.map(({ to }) => to)).toEqual([10, 15])
  expect(shown).toEqual([10])
})

it('never has two looks under way', () => {
  const { follower, looks } = setUp()
  follower.speaking(0, 10)
  follower.speaking(0, 100)
  expect(looks).toHaveLength(1)
})

it('stops the look under way when the utterance ends, and shows nothing of it', async () => {
  const { follower, looks, shown } = setUp()
  follower.speaking(0, 10)
  await follower.ended()
  expect(looks[0]?.signal.aborted).toBe(true)
  expect(shown).toEqual([])
})

it('starts afresh with the next utterance', async () => {
  const { follower, looks } = setUp()
  follower.speaking(0, 10)
  await follower.ended()
  follower.speaking(50, 58)
  follower.speaking(50, 60)
  expect(looks.map(({ from }) => from)).toEqual([0, 50])
})

it('goes on after a look that failed', async () => {
  const { follower, looks, failures, settled } = setUp()
  follower.speaking(0, 10)
  looks[0]?.result.reject(new Error('lost'))
  await settled()
  follower.speaking(0, 20)
  expect(looks).toHaveLength(2)
  expect(failures).toHaveLength(1)
})
