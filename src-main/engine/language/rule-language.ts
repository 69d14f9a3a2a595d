/** A language that rules know: its stop words, stems, dates and phrases. */
export type RuleLanguage = 'en' | 'it'

/** The rules that fit a code such as `en-GB`; null where there are none, and for `auto`. */
export function ruleLanguage(code: string): RuleLanguage | null {
  const [main] = code.toLowerCase().split('-')
  return main === 'en' || main === 'it' ? main : null
}
