import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordChanges } from './word-changes.ts'

it('tells which words went and which came', () => {
  expect(wordChanges('good mourning, all', 'good morning, all')).toEqual([
    { kind: 'same', text: 'good ' },
    { kind: 'gone', text: 'mourning' },
    { kind: 'new', text: 'morning' },
    { kind: 'same', text: ', all' },
  ])
  expect(wordChanges('we agreed to wait', 'we agreed\nto wait').map(({ kind }) => kind)).toEqual([
    'same',
    'gone',
    'new',
    'same',
  ])
})

it('leaves nothing out of either text', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '.', 'é', '<', '\n'),
    maxLength: 30,
  })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordChanges(before, after)
      const read = (skip: string) =>
        changes.flatMap(({ kind, text: part }) => (kind === skip ? [] : [part])).join('')
      expect(read('new')).toBe(before)
      expect(read('gone')).toBe(after)
    }),
  )
})

it('takes no long texts apart', () => {
  const long = 'word '.repeat(3_000)
  expect(wordChanges(long, `${long}more`)).toHaveLength(2)
})
