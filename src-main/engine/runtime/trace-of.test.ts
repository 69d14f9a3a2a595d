import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { traceOf } from './trace-of.ts'

it('says what kind of error it was and where it came from', () => {
  const trace = traceOf(new TypeError('no'))
  expect(trace).toMatch(/^TypeError\n {4}at .*trace-of\.test\.ts:\d+:\d+/)
})

it.each([
  [new AppError('disk_full', 'Anna said it.'), /^AppError disk_full\n/],
  [Object.assign(new Error('Anna'), { code: 'ENOENT' }), /^Error ENOENT\n/],
  [new Error('outer', { cause: new RangeError('inner') }), /\ncaused by RangeError\n/],
  ['Anna', /^string$/],
  [null, /^object$/],
])('%s', (error, told) => {
  expect(traceOf(error)).toMatch(told)
  expect(traceOf(error)).not.toContain('Anna')
})

it('never repeats what the error says, whatever that looks like', () => {
  const words = fc.array(
    fc.constantFrom('Zanzibar', '\n', '    at Zanzibar (a.ts:1:2)', ': ', '$&'),
  )
  fc.assert(
    fc.property(words, (parts) => {
      const message = `${parts.join('')}Zanzibar`
      const error = new Error(message, { cause: new Error(message) })
      expect(traceOf(error)).not.toContain('Zanzibar')
      error.message = 'another'
      error.name = 'Zanzibar said'
      expect(kindOf(traceOf(error))).toBe('Error')
    }),
  )
})

it('does not name whose home the program lies in', () => {
  const error = new Error('x')
  error.stack = 'Error: x\n    at run (/home/anna/rtstt/a.ts:1:2)'
  expect(traceOf(error, '/home/anna')).toBe('Error\n    at run (~/rtstt/a.ts:1:2)')
})

const kindOf = (trace: string): string => trace.split('\n')[0] ?? ''
