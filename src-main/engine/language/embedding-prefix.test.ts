import { expect, it } from 'vitest'
import { embeddingPrefixes } from './embedding-prefix.ts'

it.each([
  ['nomic-embed-text-v1.5', 'search_query: ', 'search_document: '],
  ['bge-small-en-v1.5', 'Represent this sentence for searching relevant passages: ', ''],
  ['bge-m3', '', ''],
  ['multilingual-e5-small', 'query: ', 'passage: '],
  ['Qwen3-Embedding-0.6B-Q8_0.gguf', /^Instruct: .*\nQuery: $/u, ''],
  ['embeddinggemma-300M', 'task: search result | query: ', 'title: none | text: '],
  ['all-MiniLM-L6-v2', '', ''],
  ['Untaught meaning', '', ''],
])('%s wants %j and %j', (name, query, passage) => {
  const found = embeddingPrefixes(['bert', name])
  if (typeof query === 'string') expect(found.query).toBe(query)
  else expect(found.query).toMatch(query)
  expect(found.passage).toBe(passage)
})
