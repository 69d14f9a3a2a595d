import { expect, it } from 'vitest'
import { checkFit, planContext } from './memory-fit.ts'

const gigabyte = 1024 ** 3
const perToken = (bytes: number) => (tokens: number, conversations: number) =>
  tokens * conversations * bytes

it.each([
  ['plenty of memory: a long context and three conversations', 64, 50_000, [16_384, 3]],
  ['some memory: the usual context and fewer conversations', 8, 150_000, [8_192, 1]],
  ['in between', 16, 150_000, [8_192, 3]],
])('%s', (_, freeGigabytes, bytes, [longest, conversations]) => {
  const plan = planContext(40_000, freeGigabytes * gigabyte, perToken(bytes))
  expect(plan).toMatchObject({ longest, conversations })
})

it('never asks for more than the model was taught', () => {
  const plan = planContext(512, 64 * gigabyte, perToken(1))
  expect(plan).toMatchObject({ longest: 512, shortest: 512 })
})

it('says what is needed, what is free and what to do', () => {
  expect(() => checkFit(3 * gigabyte, 4 * gigabyte)).not.toThrow()
  expect(() => checkFit(4 * gigabyte, 4 * gigabyte)).toThrow(
    'This language model needs about 4.5 GB of memory, and 4.0 GB are free. Close other programs, or choose a smaller model.',
  )
})
