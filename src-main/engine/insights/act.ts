/** What a sentence does: the words that the rules of every language share. */

/** Who is to do it, as far as its own sentence tells. */
export type Doer =
  /** Who speaks. */
  | { readonly who: 'speaker' }
  /** Whom the speaker turns to, by no name. */
  | { readonly who: 'listener' }
  | { readonly who: 'named'; readonly at: number }
  | { readonly who: 'nobody' }
  /** Whoever says next that they will. */
  | { readonly who: 'volunteer' }

export interface Task {
  readonly doer: Doer
  /** Where the task begins and ends in the text of its line. */
  readonly from: number
  readonly to: number
  /** What is to be done was named before: `send it`. */
  readonly pronoun: boolean
}

/** What stands at the end of a sentence: recognition writes no mark at all where it writes none anywhere. */
export type EndMark = 'question' | 'statement' | 'none'

export type Asks = 'yes-no' | 'who' | 'when' | 'where' | 'why' | 'how-many' | 'what'

/**
 * The rules of a language, each for the text of a line. `marked`: a question mark stands at its end; `told`: a full stop
 * does; `timed`: a time is said in it.
 */
export interface Rules {
  task(text: string, marked: boolean, timed: boolean): Task | null
  decides(text: string, marked: boolean): boolean
  /** A choice that is put to the others: a decision once they agree. */
  proposes(text: string): boolean
  asks(text: string, mark: EndMark): Asks | null
  /** Yes, to what was said before. */
  agrees(text: string): boolean
  /** That the speaker will do what was spoken of. */
  volunteers(text: string): boolean
  /** Nothing that answers a question: `I don't know`. */
  ignorant(text: string): boolean
  /** Whether a text can answer a question of that kind. */
  answers(asks: Asks, text: string): boolean
}

/** One of the words of a list, as a pattern. */
export function oneOf(words: string): string {
  return `(?:${words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '))
    .join('|')})`
}
