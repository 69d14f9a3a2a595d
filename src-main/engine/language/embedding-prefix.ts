/**
 * What embedding models were taught to read before a text. Without it a question and the passage that answers it lie further
 * apart. From the model cards of their makers.
 */
interface Prefixes {
  readonly query: string
  readonly passage: string
}

const families: readonly (readonly [name: RegExp, prefixes: Prefixes])[] = [
  [/nomic/iu, { query: 'search_query: ', passage: 'search_document: ' }],
  [
    /bge-m3/iu, // The one of its family that wants none.
    { query: '', passage: '' },
  ],
  [/bge/iu, { query: 'Represent this sentence for searching relevant passages: ', passage: '' }],
  [/(^|[^a-z])e5([^a-z]|$)/iu, { query: 'query: ', passage: 'passage: ' }],
  [
    /qwen3.*embedding/iu,
    {
      query:
        'Instruct: Given a question about a meeting, retrieve what was said that answers it\nQuery: ',
      passage: '',
    },
  ],
  [
    /embedding-?gemma|gemma.*embedding/iu,
    { query: 'task: search result | query: ', passage: 'title: none | text: ' },
  ],
  [/snowflake|arctic-embed/iu, { query: 'query: ', passage: '' }],
]

const none: Prefixes = { query: '', passage: '' }

/** `names`: whatever the model is called by: architecture, name in the file, file name. */
export function embeddingPrefixes(names: readonly string[]): Prefixes {
  return families.find(([family]) => names.some((name) => family.test(name)))?.[1] ?? none
}
