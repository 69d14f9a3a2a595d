import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { chooseLanguage, chooseLocale, type PageLanguage, textsIn } from '../texts/languages.ts'
import { SpeechContext } from './app-context.ts'

const memoryKey = 'rtstt.language'

/** Gives the page its language, and remembers the one that somebody chose. */
export function SpeechProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() => chooseLanguage(recall(), navigator.languages))
  const speech = useMemo(
    () => ({
      texts: textsIn[language],
      language,
      locale: chooseLocale(language, navigator.languages),
      speak: (chosen: PageLanguage) => {
        remember(chosen)
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

/** A browser may forbid storage; then the choice lasts as long as the page. */
function recall(): string | null {
  try {
    return localStorage.getItem(memoryKey)
  } catch {
    return null
  }
}

function remember(language: PageLanguage): void {
  try {
    localStorage.setItem(memoryKey, language)
  } catch {
    // Nothing is lost but the choice.
  }
}
