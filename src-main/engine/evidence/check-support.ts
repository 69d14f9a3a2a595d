/**
 * Whether what somebody claims is borne out by the text that is cited for it. What can be compared is compared: names,
 * numbers, days and months. What is said in other words than the text's own is for a reader to judge.
 */
import { datesIn } from './calendar-words.ts'
import { foldedWords, namesIn, type SaidName } from './names.ts'
import { numbersIn } from './numbers.ts'

export interface Unsupported {
  readonly kind: 'name' | 'number' | 'date'
  readonly text: string
}

/** The end of a word that may differ: `launching` is borne out by `launch`. */
const longestEnding = 4
const shortestStem = 4

/**
 * The names, numbers and dates of a claim that occur nowhere in the cited texts, each once. Who spoke a cited text is
 * evidence too: give the speaker as one of the texts. Numbers are compared as values, days and months across English
 * and Italian.
 */
export function unsupported(claim: string, cited: readonly string[]): Unsupported[] {
  const evidence = cited.join('\n')
  const numbers = new Set(numbersIn(evidence, 'evidence').map(({ value }) => value))
  const dates = new Set(datesIn(evidence, 'evidence').map(({ name }) => name))
  const words = foldedWords(evidence)
  const missing: Unsupported[] = [
    ...namesIn(claim)
      .filter((name) => !isSaid(name, words))
      .map(({ text }) => ({ kind: 'name' as const, text })),
    ...numbersIn(claim, 'claim')
      .filter(({ value }) => !numbers.has(value))
      .map(({ text }) => ({ kind: 'number' as const, text })),
    ...datesIn(claim, 'claim')
      .filter(({ name }) => !dates.has(name))
      .map(({ text }) => ({ kind: 'date' as const, text })),
  ]
  return missing.filter(
    ({ kind, text }, index) =>
      missing.findIndex((other) => other.kind === kind && other.text === text) === index,
  )
}

function isSaid({ folded, begins }: SaidName, words: ReadonlySet<string>): boolean {
  if (words.has(folded)) return true
  return begins && [...words].some((said) => sharesStem(folded, said))
}

function sharesStem(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a[same] === b[same]) same += 1
  return (
    same >= shortestStem && a.length - same <= longestEnding && b.length - same <= longestEnding
  )
}
