import { diffArrays } from 'diff'

export interface WordChange {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** More words than this are told as gone and new, so that no text takes long. */
const mostWords = 2_000

/** What became of the words of a text, in the order in which one reads it. */
export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  if (old.length + now.length > mostWords)
    return [
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ]
  return diffArrays(old, now).map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value.join(''),
  }))
}

/** Each word with the space behind it would make two of what is one: spaces stand for themselves. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{M}\p{N}’']+|[^\s\p{L}\p{M}\p{N}]/gu) ?? []
}
