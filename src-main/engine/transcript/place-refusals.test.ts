import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { RefusalId } from '#contract/ids.ts'
import { placeRefusals } from './place-refusals.ts'

const newId = () => RefusalId.parse(randomUUID())
const stretch = { track: 'me', from: 16_000, to: 64_000 } as const
const held = (rule: string, text: string, startMs: number, endMs: number) => ({
  rule,
  text,
  startMs,
  endMs,
})

it('places what was held back in the time of the meeting, never outside its sound', () => {
  expect(placeRefusals([held('loop', 'so so', -100, 9_000)], stretch, newId)).toMatchObject([
    { track: 'me', rule: 'loop', text: 'so so', startMs: 1_000, endMs: 4_000 },
  ])
})

it('makes one place of words that were held back one by one', () => {
  const words = [
    held('unvoiced', 'see', 0, 200),
    held('bleed', 'okay', 300, 400),
    held('unvoiced', 'later', 700, 900),
    held('unvoiced', 'you', 300, 500),
  ]
  const placed = placeRefusals(words.slice(0, 1).concat(words.slice(2)), stretch, newId)
  expect(placed.map(({ text }) => text)).toEqual(['see you later'])
  expect(placeRefusals(words, stretch, newId)).toHaveLength(3)
})
