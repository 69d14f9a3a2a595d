import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recall, remember } from '../client/memory.ts'
import { i18n, namespaces } from '../texts/i18n.ts'
import { chooseLanguage, chooseLocale, type PageLanguage } from '../texts/languages.ts'
import { SpeechContext } from './app-context.ts'

const memoryKey = 'rtstt.language'

/** Gives the page its language, and remembers the one that somebody chose. */
export function SpeechProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() =>
    chooseLanguage(recall(memoryKey), navigator.languages),
  )
  const { t } = useTranslation(namespaces, { i18n, lng: language, useSuspense: false })
  const speech = useMemo(
    () => ({
      t,
      language,
      locale: chooseLocale(language, navigator.languages),
      speak: (chosen: PageLanguage) => {
        remember(memoryKey, chosen)
        setLanguage(chosen)
      },
    }),
    [t, language],
  )
  useEffect(() => {
    document.documentElement.lang = language
    void i18n.changeLanguage(language)
  }, [language])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}
