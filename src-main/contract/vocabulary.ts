/** Names and terms that a recogniser should expect: how they are written, and how they are found in a text. */
import { z } from 'zod'

/** A name or a few words; more would be a sentence, which no recogniser takes for one term. */
export const longestTerm = 60
export const mostTermsOfUser = 1_000
export const mostTermsOfMeeting = 100

/** What is read at once. A thousand terms need far less. */
export const longestImport = 200_000

export const Term = z
  .string()
  .overwrite(asTerm)
  .min(1, 'a term is a name or a few words, such as Anna or billing system')
  .max(longestTerm, `a term has at most ${longestTerm} characters`)
export type Term = z.infer<typeof Term>

/** What one person says often, in the order in which it was added. */
export const Vocabulary = z.strictObject({ terms: z.array(z.string()) })
export type Vocabulary = Readonly<z.infer<typeof Vocabulary>>

/** A vocabulary after a change, and what the change did. */
export const ChangedVocabulary = z.strictObject({
  ...Vocabulary.shape,
  added: z.int().nonnegative(),
  removed: z.int().nonnegative(),
  /** Columns of an imported table that were not taken, because a line is one term. */
  leftOut: z.int().nonnegative(),
})
export type ChangedVocabulary = Readonly<z.infer<typeof ChangedVocabulary>>

/** The terms of one meeting: who takes part, and what it is about. */
export const MeetingVocabulary = z
  .array(Term)
  .max(mostTermsOfMeeting, `a meeting takes at most ${mostTermsOfMeeting} terms of its own`)
  .readonly()

/** What is to become of the user's vocabulary. `import` takes what `termsInLines` finds in a text. */
export const VocabularyChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), terms: z.array(Term).readonly() }),
  z.strictObject({ kind: z.literal('remove'), terms: z.array(Term).readonly() }),
  z.strictObject({ kind: z.literal('replace'), terms: z.array(Term).readonly() }),
  z.strictObject({
    kind: z.literal('import'),
    text: z.string().max(longestImport, `at most ${longestImport} characters are taken in at once`),
  }),
])
export type VocabularyChange = Readonly<z.infer<typeof VocabularyChange>>

/** One spelling for what looks the same: composed letters, single spaces, nothing invisible. */
function asTerm(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
}

/** Terms as one types them in a row: separated by commas, semicolons, tabs or lines. */
export function termsInList(text: string): readonly string[] {
  return distinct(rowsOf(text).flat())
}

/**
 * The terms of a text or a table, one a line: of a line with several columns the first counts, and the others are
 * counted as left out. A single line is a list. A term that holds a comma stands in quotes.
 */
export function termsInLines(text: string): {
  readonly terms: readonly string[]
  readonly leftOut: number
} {
  const rows = rowsOf(text).filter((row) => row.length > 0)
  const [only, another] = rows
  if (only && !another) return { terms: distinct(only), leftOut: 0 }
  const others = rows.reduce((sum, row) => sum + row.length - 1, 0)
  return { terms: distinct(rows.flatMap((row) => row.slice(0, 1))), leftOut: others }
}

/** Each term once, whatever its capitals; the spelling that came last counts, at the first one's place. */
export function distinct(terms: readonly string[]): readonly string[] {
  return [...new Map(terms.map((term) => [termKey(term), term])).values()]
}

/** What two spellings of one term have in common. */
export function termKey(term: string): string {
  return term.toLowerCase()
}

/** A field in quotes or without, and what ends it. */
const field = /(?: *"((?:[^"]|"")*)" *|([^,;\t\r\n]*))([,;\t]|\r?\n|\r|$)/gy

/** The fields of each line that hold anything. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(field)) {
    const term = asTerm(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (term !== '') rows.at(-1)?.push(term)
    if (end === '') break
    if (end === '\n' || end === '\r' || end === '\r\n') rows.push([])
  }
  return rows
}
