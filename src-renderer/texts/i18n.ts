import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.ts'
import { it } from './it.ts'
import { engine } from './it/engine.ts'
import type { PageLanguage } from './languages.ts'
import type { Translate } from './typing.ts'

/** Keys without a name before them are of the first. */
export const namespaces = ['texts', 'engine'] as const

export const i18n = createInstance()
// All texts are in the page itself, so they are there at once.
void i18n.use(initReactI18next).init({
  resources: { en: { texts: en }, it: { texts: it, engine } },
  lng: 'en',
  fallbackLng: false,
  ns: namespaces,
  defaultNS: 'texts',
  initAsync: false,
  // React escapes what it shows.
  interpolation: { escapeValue: false },
})

/** The texts in a language, where no component asks for them. */
export function textsIn(language: PageLanguage): Translate {
  return i18n.getFixedT(language, namespaces)
}
