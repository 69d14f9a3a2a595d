import { expect, it } from 'vitest'
import { carriedTo, carry, nothingCarried } from './carry-text.ts'

const said = (text: string, startMs: number, language = 'en') => ({
  text,
  startMs,
  endMs: startMs + 1_000,
  language,
})

it('carries what was just said in the same language', () => {
  const one = carry(nothingCarried, said('We agreed', 0))
  const two = carry(one, said('to ship.', 1_200))
  expect(carriedTo(two, 3_000, 'en')).toBe('We agreed to ship.')
})

it.each([
  ['after three seconds of silence', 4_001, 'en'],
  ['when the language changes', 1_500, 'it'],
])('carries nothing %s', (_, startMs, language) => {
  const carried = carry(nothingCarried, said('We agreed', 0))
  expect(carriedTo(carried, startMs, language)).toBe('')
  expect(carry(carried, said('new', startMs, language)).text).toBe('new')
})

it('does not grow without end', () => {
  let carried = nothingCarried
  for (let at = 0; at < 1_000; at++)
    carried = carry(carried, said('and another sentence', at * 1_100))
  expect(carried.text.length).toBeLessThanOrEqual(400)
  expect(carried.text).toMatch(/another sentence$/)
})
