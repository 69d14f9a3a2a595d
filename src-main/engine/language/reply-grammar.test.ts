import { expect, it } from 'vitest'
import { replyGrammar } from './reply-grammar.ts'

it('closes objects, at every depth', () => {
  const item = { type: 'object', properties: { who: { type: 'null' } } } as const
  expect(replyGrammar({ type: 'array', maxItems: 3, items: item })).toEqual({
    type: 'array',
    maxItems: 3,
    items: { ...item, additionalProperties: false },
  })
})

it('leaves bounds to the end of the reply that the library would refuse', () => {
  expect(replyGrammar({ type: 'string', maxLength: 4_000 })).toEqual({ type: 'string' })
  expect(replyGrammar({ type: 'string', maxLength: 40 })).toEqual({ type: 'string', maxLength: 40 })
})

it('keeps choices', () => {
  const schema = { oneOf: [{ enum: ['a', 1, null] }, { type: 'integer' }] } as const
  expect(replyGrammar(schema)).toEqual(schema)
})
