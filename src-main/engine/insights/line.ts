/** A sentence as its patterns read it: words in a row, so that a pattern need not mind marks, capitals and hesitation. */
import { type WordAt, wordsOf } from '#engine/language/words.ts'

export interface Line {
  /** What was said, to cut from. */
  readonly source: string
  /** Words in lower case with a space around each, `,` for marks between them, `@` before names: ` @anna , send it `. */
  readonly text: string
  readonly words: readonly WordAt[]
  /** Where words begin in `text`, and where they stand in `source`. */
  readonly places: readonly Place[]
}

interface Place {
  readonly at: number
  readonly start: number
  readonly end: number
}

/** A word, and what its place tells of it. */
export interface Token extends WordAt {
  /** A mark stands before it. */
  readonly marked: boolean
}
export type NameTeller = (word: WordAt, first: boolean, next: Token | null) => boolean

const sounds = /^(?:uh+|um+|uhm+|er|erm|hm+|mm+|ehm+|eh|mah|boh|beh|mhm)$/u
/** They say nothing where a mark stands behind them. */
const fillers = new Set('well like anyway look cioè diciamo insomma tipo praticamente'.split(' '))
const mark = /[,;:()–—…]|\s-+\s/u

/** `isName` says whether a word names somebody; `first` is true for the first of its sentence. */
export function lineOf(source: string, isName: NameTeller): Line {
  const words = wordsOf(source)
  let end = 0
  const tokens = words.map((word, at): Token => {
    const marked = at > 0 && mark.test(source.slice(end, word.start))
    end = word.end
    return { ...word, marked }
  })
  const places: Place[] = []
  let text = ' '
  let dropped = false
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1]
    if (isIdle(token, next)) {
      dropped = true
      continue
    }
    if (token.marked && !dropped && places.length > 0) text += ', '
    dropped = false
    places.push({ at: text.length, start: token.start, end: token.end })
    text += isName(token, at === 0, next ?? null) ? `@${token.plain} ` : `${token.plain} `
  }
  return { source, text, words, places }
}

/** A sound of thinking, a filler, or a word that is said once more. */
function isIdle(token: Token, next: Token | undefined): boolean {
  if (sounds.test(token.plain)) return true
  if (!next) return false
  if (next.marked) return fillers.has(token.plain)
  return next.plain === token.plain
}

/** What was said between two places of the line's text, as it was said. */
export function saidBetween(line: Line, from: number, to: number): string {
  const inside = line.places.filter(({ at }) => at >= from && at < to)
  const [first] = inside
  const last = inside.at(-1)
  return first && last ? line.source.slice(first.start, last.end) : ''
}
