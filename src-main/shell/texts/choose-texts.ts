import { en } from './en.ts'
import { it } from './it.ts'
import type { Texts } from './texts.ts'

/** The texts of the first of these languages that is known; English else. */
export function textsFor(languages: readonly string[]): Texts {
  for (const tag of languages) {
    const language = tag.toLowerCase().split('-')[0]
    if (language === 'it') return it
    if (language === 'en') return en
  }
  return en
}
