import { longestText, type Sought } from '#contract/edit.ts'
import { findWords, replacePlaces } from './find-words.ts'

export interface Replaced {
  /** Null: it stays, because nothing, or too much, would stand there. */
  readonly text: string | null
  readonly places: number
}

/** A text with other words in the place of those sought; null where they do not stand in it. */
export function replaceWords(text: string, sought: Sought, words: string): Replaced | null {
  const places = findWords(text, sought)
  if (places.length === 0) return null
  const changed = replacePlaces(text, places, words)
  const isText = changed !== '' && changed.length <= longestText
  return { text: isText ? changed : null, places: places.length }
}
