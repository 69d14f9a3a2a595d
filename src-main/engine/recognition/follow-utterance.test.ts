import { expect, it } from 'vitest'
import { followUtterance } from './follow-utterance.ts'

function setUp() {
  const looks: Array<{ to: number; signal: AbortSignal; result: PromiseWithResolvers<void> }> = []
  const failures: unknown[] = []
  const follower = followUtterance({
    rules: { enough: (first) => (first ? 10 : 5), tail: 4, leastVoice: 3 },
    look: (to, signal) => {
      const result = Promise.withResolvers<void>()
      looks.push({ to, signal, result })
      signal.addEventListener('abort', () => result.resolve())
      return result.promise
    },
    onFailed: (error) => failures.push(error),
  })
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  /** Somebody has spoken up to this place. */
  const speaking = (from: number, to: number, voicedTo = to, voiced = voicedTo - from) =>
    follower.speaking({ from, to, voiced, voicedTo })
  return { follower, looks, failures, settled, speaking }
}

it('looks first after some speech, then after each hop', async () => {
  const { speaking, looks, settled } = setUp()
  speaking(0, 9)
  expect(looks).toHaveLength(0)
  speaking(0, 10)
  looks[0]?.result.resolve()
  await settled()
  speaking(0, 14)
  speaking(0, 15)
  expect(looks.map(({ to }) => to)).toEqual([10, 15])
})

it('never has two looks under way', () => {
  const { speaking, looks } = setUp()
  speaking(0, 10)
  speaking(0, 100)
  expect(looks).toHaveLength(1)
})

it('looks to the very end as soon as nobody speaks, once, and that was then the last look', async () => {
  const { follower, speaking, looks, settled } = setUp()
  speaking(0, 6, 3)
  expect(looks).toHaveLength(0)
  speaking(0, 7, 3)
  looks[0]?.result.resolve()
  await settled()
  speaking(0, 9, 3)
  expect(looks.map(({ to }) => to)).toEqual([7])
  await expect(follower.ended(7)).resolves.toBe(true)
})

it('waits for a look that ends where the utterance does', async () => {
  const { follower, speaking, looks } = setUp()
  speaking(0, 7, 3)
  const ended = follower.ended(7)
  expect(looks[0]?.signal.aborted).toBe(false)
  looks[0]?.result.resolve()
  await expect(ended).resolves.toBe(true)
})

it('stops any other look when the utterance ends', async () => {
  const { follower, speaking, looks } = setUp()
  speaking(0, 10)
  await expect(follower.ended(12)).resolves.toBe(false)
  expect(looks[0]?.signal.aborted).toBe(true)
})

it('starts afresh with the next utterance', async () => {
  const { follower, speaking, looks } = setUp()
  speaking(0, 10)
  await follower.ended(10 + 4)
  speaking(50, 58)
  speaking(50, 60)
  expect(looks.map(({ to }) => to)).toEqual([10, 60])
})

it('goes on after a look that failed, which counts for nothing', async () => {
  const { follower, speaking, looks, failures, settled } = setUp()
  speaking(0, 10)
  looks[0]?.result.reject(new Error('lost'))
  await settled()
  await expect(follower.ended(10)).resolves.toBe(false)
  speaking(20, 30)
  expect(looks).toHaveLength(2)
  expect(failures).toHaveLength(1)
})

it('does not look at what is too short to be a voice, however long nobody speaks after it', () => {
  const { speaking, looks } = setUp()
  speaking(0, 10, 10, 2)
  speaking(0, 12, 8, 2)
  expect(looks).toHaveLength(0)
  speaking(0, 14, 14, 3)
  expect(looks).toHaveLength(1)
})
