export const languages = { en: 'English', it: 'Italiano' } as const
export type PageLanguage = keyof typeof languages

export function isPageLanguage(code: string | null | undefined): code is PageLanguage {
  return typeof code === 'string' && Object.hasOwn(languages, code)
}

/** How people who read the page in a language write dates and numbers: `en-GB` rather than `en`, if they say so. */
export function chooseLocale(language: PageLanguage, preferred: readonly string[]): string {
  return preferred.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language
}

/** The language somebody chose here before; else the first of their languages that we speak; else English. */
export function chooseLanguage(
  remembered: string | null,
  preferred: readonly string[],
): PageLanguage {
  if (isPageLanguage(remembered)) return remembered
  const spoken = preferred.map((tag) => tag.toLowerCase().split('-')[0])
  return spoken.find(isPageLanguage) ?? 'en'
}
