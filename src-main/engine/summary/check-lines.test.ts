import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkLines } from './check-lines.ts'
import { citationOf } from '../evidence/citation-of.ts'
import { spokenLine } from './said.ts'
import { said } from './testing/long-meeting.ts'

const segments = [
  said(1, 0, 'The budget is 4,200 euros.'),
  said(2, 5_000, 'Marta sends the contract by Friday.', 'Luca'),
]
const sources = segments.map((one) => [{ citation: citationOf(one), text: spokenLine(one) }])

it.each([
  ['The budget is 4200 euros.', [1], true],
  ['Marta sends the contract by Friday, says Luca.', [2], true],
  ['Both things were said.', [1, 2, 2], true],
  ['The budget is 4300 euros.', [1], false],
  ['The budget is 4200 euros.', [2], false],
  ['Zebulon sends the contract.', [2], false],
  ['Marta sends the contract by Monday.', [2], false],
  ['The budget is 4200 euros.', [], false],
  ['The budget is 4200 euros.', [3], false],
  ['The budget is 4200 euros.', [1, 99], false],
  ['The budget is 4200 euros.', [0], false],
  ['   ', [1], false],
])('%j resting on %j is kept: %j', (text, cites, isKept) => {
  const { kept, dropped } = checkLines([{ text, cites }], sources)
  expect(kept).toHaveLength(isKept ? 1 : 0)
  expect(dropped).toBe(isKept ? 0 : 1)
})

it('shows nothing without a source, and counts all that it does not show', () => {
  const line = fc.record({ text: fc.string(), cites: fc.array(fc.integer({ min: -3, max: 5 })) })
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const { kept, dropped } = checkLines(lines, sources)
      expect(kept.length + dropped).toBe(lines.length)
      for (const { places } of kept) expect(places.length).toBeGreaterThan(0)
    }),
  )
})
