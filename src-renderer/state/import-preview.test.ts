import fc from 'fast-check'
import { expect, it } from 'vitest'
import { previewImport } from './import-preview.ts'

it.each([
  ['nothing', '', [], [], 0],
  ['a list in a row', 'Anna, Bruno', ['Anna', 'Bruno'], [], 0],
  ['lines, one of them known in other capitals', 'anna\nBruno\nBruno', ['Bruno'], ['anna'], 0],
  ['a table', 'Anna;Rossi\nBruno;Bianchi', ['Bruno'], ['Anna'], 2],
])('%s is seen before it is taken', (_, text, fresh, known, leftOut) => {
  const terms = known.length > 0 ? ['Anna'] : []
  expect(previewImport(text, terms)).toEqual({ fresh, known, leftOut, problem: null })
})

it('a line that is no term is told', () => {
  expect(previewImport(`Anna\n${'x'.repeat(80)}`, []).problem).toContain('at most 60 characters')
})

it('whatever is pasted, nothing is both new and known', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (text, terms) => {
      const { fresh, known } = previewImport(text, terms)
      expect(fresh.filter((term) => known.includes(term))).toEqual([])
    }),
  )
})
