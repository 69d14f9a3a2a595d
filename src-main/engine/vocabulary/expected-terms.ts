/** What a meeting expects to hear, the most relevant first. */
import { distinct, termKey } from '#contract/vocabulary.ts'

export interface ExpectedTerms {
  /** The meeting's own before the user's; of each, what was heard lately before the rest. */
  terms(): readonly string[]
  /** Notes which of them a committed text has. */
  heard(text: string): void
}

/** `ofUser` is asked each time, because a vocabulary may change while a meeting goes on. */
export function expectedTerms(
  ofMeeting: readonly string[],
  ofUser: () => readonly string[],
): ExpectedTerms {
  const own = distinct(ofMeeting)
  const ownKeys = new Set(own.map(termKey))
  /** When a term was heard last, as a count of texts. */
  const heardAt = new Map<string, number>()
  let texts = 0

  const others = () => ofUser().filter((term) => !ownKeys.has(termKey(term)))
  const lately = (term: string): number => heardAt.get(termKey(term)) ?? 0
  const byTime = (terms: readonly string[]): readonly string[] =>
    terms.toSorted((a, b) => lately(b) - lately(a))

  return {
    terms: () => [...byTime(own), ...byTime(others())],
    heard(text) {
      texts += 1
      const said = ` ${plainWords(text)} `
      for (const term of [...own, ...others()])
        if (said.includes(` ${plainWords(term)} `)) heardAt.set(termKey(term), texts)
    },
  }
}

function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
