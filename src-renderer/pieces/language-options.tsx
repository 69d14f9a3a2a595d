import { useMemo } from 'react'
import { spokenLanguages } from '#contract/spoken-languages.ts'
import { languageName } from '../texts/format.ts'
import { languages } from '../texts/languages.ts'
import { useSpeech } from './app-context.ts'

/** The languages that may be spoken: found out by listening, those of the page, then the others by their names. */
export function LanguageOptions() {
  const { t } = useSpeech()
  return (
    <>
      <option value="auto">{t('record.detectLanguage')}</option>
      <NamedLanguages />
    </>
  )
}

/** The languages of the page, then the others by their names. */
export function NamedLanguages() {
  const { language } = useSpeech()
  const others = useMemo(() => {
    const named = spokenLanguages
      .filter((code) => !Object.hasOwn(languages, code))
      .map((code) => ({ code, name: languageName(code, language) }))
    return named.toSorted((a, b) => a.name.localeCompare(b.name, language))
  }, [language])
  return (
    <>
      {Object.keys(languages).map((code) => (
        <option key={code} value={code}>
          {languageName(code, language)}
        </option>
      ))}
      <hr />
      {others.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </>
  )
}
