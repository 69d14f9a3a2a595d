/**
 * What the decoder is told to expect: names and terms. Not the end of what was said: with it the test model made nearly
 * twice the errors and changed three times as many words that were shown.
 */

/** Every token of a prompt costs about as much as one that is printed, at each decode. */
const mostTokens = 18

/**
 * The prompt of a vocabulary, the most relevant terms first; '' where nothing is expected. It begins with a space because
 * that is how Whisper's own text begins: without it the first word would be another token.
 */
export function promptFor(vocabulary: readonly string[], tokens = mostTokens): string {
  const terms = fitting(vocabulary, tokens)
  return terms.length > 0 ? ` ${terms.join(', ')}.` : ''
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

/** With its comma. */
function termTokens(term: string): number {
  return tokensOf(term) + 1
}

const bytes = new TextEncoder()

/** No tokeniser is at hand here: four bytes a token holds for English, and overestimates most other scripts. */
export function tokensOf(text: string): number {
  return Math.ceil(bytes.encode(text).length / 4)
}
