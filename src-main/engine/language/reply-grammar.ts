import type { JsonSchema } from './language-model.ts'

/** A schema in the words of the library. */
export type GrammarSchema =
  | { readonly type: 'string'; readonly maxLength?: number }
  | { readonly type: 'integer' | 'number' | 'boolean' | 'null' }
  | { readonly enum: readonly (string | number | null)[] }
  | { readonly type: 'array'; readonly items: GrammarSchema; readonly maxItems: number }
  | {
      readonly type: 'object'
      readonly properties: Readonly<Record<string, GrammarSchema>>
      readonly additionalProperties: false
    }
  | { readonly oneOf: readonly GrammarSchema[] }

/** The library writes a rule for each repetition and refuses more than 2,000; longer texts end with the reply. */
const mostRepetitions = 1_000

/** Objects have all their properties and no others. */
export function replyGrammar(schema: JsonSchema): GrammarSchema {
  if ('oneOf' in schema) return { oneOf: schema.oneOf.map(replyGrammar) }
  if ('enum' in schema) return schema
  switch (schema.type) {
    case 'string':
      return schema.maxLength === undefined || schema.maxLength > mostRepetitions
        ? { type: 'string' }
        : schema
    case 'array':
      return {
        type: 'array',
        items: replyGrammar(schema.items),
        maxItems: Math.min(schema.maxItems, mostRepetitions),
      }
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(schema.properties).map(([name, of]) => [name, replyGrammar(of)]),
        ),
        additionalProperties: false,
      }
    default:
      return schema
  }
}
