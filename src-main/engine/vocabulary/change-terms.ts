import { AppError } from '#contract/errors.ts'
import {
  type ChangedVocabulary,
  distinct,
  longestTerm,
  mostTermsOfUser,
  termKey,
  termsInLines,
  type VocabularyChange,
} from '#contract/vocabulary.ts'

/** What a change makes of the terms that are known. A term that is added again takes its new spelling. */
export function changeTerms(known: readonly string[], change: VocabularyChange): ChangedVocabulary {
  switch (change.kind) {
    case 'add':
      return outcome(known, [...known, ...change.terms])
    case 'remove':
      return outcome(known, without(known, change.terms))
    case 'replace':
      return outcome(known, change.terms)
    case 'import': {
      const { terms, leftOut } = termsInLines(change.text)
      refuseLong(terms)
      return { ...outcome(known, [...known, ...terms]), leftOut }
    }
  }
}

function outcome(before: readonly string[], wished: readonly string[]): ChangedVocabulary {
  const terms = [...distinct(wished)]
  // Only more than there was is refused: what an older version kept may always be made smaller.
  if (terms.length > mostTermsOfUser && terms.length > before.length)
    throw new AppError(
      'invalid_input',
      `A vocabulary holds at most ${mostTermsOfUser} terms, and these would make ${terms.length}. Remove some first.`,
    )
  return {
    terms,
    added: without(terms, before).length,
    removed: without(before, terms).length,
    leftOut: 0,
  }
}

function without(terms: readonly string[], others: readonly string[]): readonly string[] {
  const keys = new Set(others.map(termKey))
  return terms.filter((term) => !keys.has(termKey(term)))
}

function refuseLong(terms: readonly string[]): void {
  const long = terms.find((term) => term.length > longestTerm)
  if (long === undefined) return
  throw new AppError(
    'invalid_input',
    `“${long.slice(0, 40)}…” is too long: a term has at most ${longestTerm} characters. Put one term on each line.`,
  )
}
