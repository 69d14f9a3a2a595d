import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seriesOf } from './series-of.ts'

it.each([
  ['Weekly stand-up 2026-03-02', 'weekly stand up'],
  ['weekly Stand-Up, Monday 9 March', 'weekly stand up'],
  ['Weekly stand-up (3rd)', 'weekly stand up'],
  ['Riunione vendite, lunedì 12 gennaio', 'riunione vendite'],
  ['Riunione vendite – venerdì', 'riunione vendite'],
  ['Q3 planning', 'q3 planning'],
  ['Meeting 2026-03-02 09:30', null],
  ['12.3.2026', null],
  ['', null],
])('takes %j as one of %j', (title, series) => {
  expect(seriesOf(title)).toBe(series)
})

it('is its own series', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      const series = seriesOf(title)
      if (series !== null) expect(seriesOf(series)).toBe(series)
    }),
  )
})
