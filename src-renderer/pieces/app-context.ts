import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { LevelFeed } from '../client/level-feed.ts'
import type { Actions } from '../state/actions.ts'
import type { AppState, AppStore } from '../state/store.ts'
import type { PageLanguage } from '../texts/languages.ts'
import type { Translate } from '../texts/typing.ts'

export interface App {
  readonly store: AppStore
  readonly actions: Actions
  readonly levels: LevelFeed
  /** Tries to reach the engine at once. */
  readonly retry: () => void
}

export interface Speech {
  /** Says a text of the page: `t('search.noHits', { query })`. */
  readonly t: Translate
  readonly language: PageLanguage
  /** For dates and numbers. */
  readonly locale: string
  readonly speak: (language: PageLanguage) => void
}

export const AppContext = createContext<App | null>(null)
export const SpeechContext = createContext<Speech | null>(null)

export function useApp(): App {
  return present(use(AppContext))
}

/** A part of what the page knows; draws anew only when that part changes. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useStore(useApp().store, select)
}

/** The page's texts in the language of whoever reads it. */
export function useSpeech(): Speech {
  return present(use(SpeechContext))
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('Used outside of the page.')
  return value
}
