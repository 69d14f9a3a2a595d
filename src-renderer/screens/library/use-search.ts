import { useEffect, useState } from 'react'
import type { NoteHit, SearchFilters, SearchResult } from '#contract/ask.ts'
import { AppError } from '#contract/errors.ts'
import type { SearchHit } from '#contract/meeting.ts'
import { useApp, useAppState } from '../../pieces/app-context.ts'

export interface Search {
  readonly phase: 'searching' | 'done' | 'failed'
  /** The hits of the last search that was answered. */
  readonly hits: readonly SearchHit[]
  readonly notes: readonly NoteHit[]
  /** How that search was made; null before the first and after one that failed. */
  readonly truth: Pick<SearchResult, 'by' | 'without'> | null
  readonly problem: string
}

interface Answer {
  readonly query: string
  readonly filters: SearchFilters
  readonly result: SearchResult | null
  readonly problem: string | null
}

/** Searches while connected; an answer that comes after the question changed is dropped. */
export function useSearch(query: string, filters: SearchFilters): Search {
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const [answer, setAnswer] = useState<Answer | null>(null)

  useEffect(() => {
    if (!connected) return
    let wanted = true
    actions.search(query, filters).then(
      (result) => wanted && setAnswer({ query, filters, result, problem: null }),
      (error: unknown) => {
        const problem = error instanceof AppError ? error.message : ''
        if (wanted) setAnswer({ query, filters, result: null, problem })
      },
    )
    return () => {
      wanted = false
    }
  }, [query, filters, connected, actions])

  const { result = null, problem = null } = answer ?? {}
  const shown = { hits: result?.hits ?? [], notes: result?.notes ?? [], truth: result }
  if (answer?.query !== query || answer.filters !== filters) {
    return { phase: 'searching', ...shown, problem: '' }
  }
  return { phase: problem === null ? 'done' : 'failed', ...shown, problem: problem ?? '' }
}
