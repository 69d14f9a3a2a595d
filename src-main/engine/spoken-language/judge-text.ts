import type { LanguageIdentifier } from './identify-language.ts'

/** Whether a text is in the language that was expected: `other` names the one it looks like instead. */
export type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'other'; readonly language: string }

/**
 * How much better another language must fit. Portuguese taken for Spanish, the nearest pair that was tried, fits by
 * 1.07 where the text is Portuguese; the right language never fitted less than 1.01 times as well as the next.
 */
const clearly = 1.05

/** Neighbours that a speech model or the identification may take for each other: no reason to warn anybody. */
const neighbours: readonly (readonly string[])[] = [
  ['no', 'nn', 'da'],
  ['hr', 'sr', 'bs', 'sl'],
  ['id', 'ms', 'jw', 'su'],
  ['zh', 'yue'],
]

/** Judges whether a text is in the expected language; of a language that nobody here knows nothing is said. */
export function judgeText(
  { languages, scores }: LanguageIdentifier,
  text: string,
  expected: string,
): Verdict {
  const kin = neighbours.find((group) => group.includes(expected)) ?? [expected]
  if (!kin.some((code) => languages.has(code))) return { kind: 'unsure' }
  const fits = scores(text)
  const own = Math.max(0, ...kin.map((code) => fits[code] ?? 0))
  const [language, most] = Object.entries(fits).reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])
  if (most === 0) return { kind: 'unsure' }
  if (own >= most) return { kind: 'same' }
  return most > own * clearly ? { kind: 'other', language } : { kind: 'unsure' }
}
