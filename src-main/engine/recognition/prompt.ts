/** What the decoder is told to expect: names and terms, then the end of what was said on the same track. */

export interface PromptBudget {
  /** For names and terms. */
  readonly vocabularyTokens: number
  /** For the end of what was said. */
  readonly saidCharacters: number
  /** For both; the terms come first. */
  readonly allTokens: number
}

/** On a CPU every token of a prompt costs about as much as one that is printed, at each decode. */
export const promptBudgets = {
  gpu: { vocabularyTokens: 30, saidCharacters: 200, allTokens: 80 },
  cpu: { vocabularyTokens: 18, saidCharacters: 200, allTokens: 24 },
} as const satisfies Readonly<Record<string, PromptBudget>>

interface Expected {
  /** The most relevant first. */
  readonly vocabulary: readonly string[]
  /** Committed text of the same track; its end counts. */
  readonly said: string
  readonly budget: PromptBudget
}

/**
 * The prompt, or '' where nothing is expected. It begins with a space because that is how Whisper's own text begins:
 * without it the first word would be another token.
 */
export function promptFor({ vocabulary, said, budget }: Expected): string {
  const terms = fitting(vocabulary, Math.min(budget.vocabularyTokens, budget.allTokens))
  const glossary = terms.length > 0 ? ` ${terms.join(', ')}.` : ''
  const left = budget.allTokens - terms.reduce((sum, term) => sum + termTokens(term), 0)
  const tail = endOf(said, budget.saidCharacters, left)
  return tail === '' ? glossary : `${glossary} ${tail}`
}

/** As many of the first terms as fit; a long one that does not is passed over. */
function fitting(vocabulary: readonly string[], tokens: number): readonly string[] {
  const terms: string[] = []
  let left = tokens
  for (const term of vocabulary) {
    const cost = termTokens(term)
    if (cost <= left) {
      terms.push(term)
      left -= cost
    }
    // Nothing costs less.
    if (left < 2) break
  }
  return terms
}

/** The last words of a text that fit, none of them cut. */
function endOf(text: string, characters: number, tokens: number): string {
  const words = text.split(/\s+/).filter((word) => word !== '')
  let from = words.length
  let length = -1
  let cost = 0
  while (from > 0) {
    const word = words[from - 1] ?? ''
    length += word.length + 1
    cost += tokensOf(word)
    if (length > characters || cost > tokens) break
    from -= 1
  }
  return words.slice(from).join(' ')
}

/** With its comma. */
function termTokens(term: string): number {
  return tokensOf(term) + 1
}

const bytes = new TextEncoder()

/** No tokeniser is at hand here: four bytes a token holds for English, and overestimates most other scripts. */
export function tokensOf(text: string): number {
  return Math.ceil(bytes.encode(text).length / 4)
}
