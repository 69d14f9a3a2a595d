/** What a text would add to the names and terms, before it does. */
import { distinct, Term, termKey, termsInLines } from '#contract/vocabulary.ts'

export interface ImportPreview {
  readonly fresh: readonly string[]
  /** Known already; importing them again changes at most their capitals. */
  readonly known: readonly string[]
  /** Columns that are not taken. */
  readonly leftOut: number
  /** Why the first term that is none cannot be taken; null where all can. */
  readonly problem: string | null
}

export function previewImport(text: string, terms: readonly string[]): ImportPreview {
  const found = termsInLines(text)
  const there = new Set(terms.map(termKey))
  const all = distinct(found.terms)
  const bad = all.find((term) => !Term.safeParse(term).success)
  const why = bad === undefined ? null : Term.safeParse(bad).error?.issues[0]?.message
  return {
    fresh: all.filter((term) => !there.has(termKey(term))),
    known: all.filter((term) => there.has(termKey(term))),
    leftOut: found.leftOut,
    problem: bad === undefined ? null : `${bad.slice(0, 40)}…: ${why ?? ''}`,
  }
}
