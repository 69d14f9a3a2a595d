import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { recall, remember } from '../client/memory.ts'
import { chooseLanguage, chooseLocale, type PageLanguage, textsIn } from '../texts/languages.ts'
import { SpeechContext } from './app-context.ts'

const memoryKey = 'rtstt.language'

/** Gives the page its language, and remembers the one that somebody chose. */
export function SpeechProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() =>
    chooseLanguage(recall(memoryKey), navigator.languages),
  )
  const speech = useMemo(
    () => ({
      texts: textsIn[language],
      language,
      locale: chooseLocale(language, navigator.languages),
      speak: (chosen: PageLanguage) => {
        remember(memoryKey, chosen)
        setLanguage(chosen)
      },
    }),
    [language],
  )
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}
