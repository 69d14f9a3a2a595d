import { useEffect, useState } from 'react'
import { AppError } from '#contract/errors.ts'
import type { SearchHit } from '#contract/meeting.ts'
import { useApp, useAppState } from '../../pieces/app-context.ts'

export interface Search {
  readonly phase: 'searching' | 'done' | 'failed'
  /** The hits of the last search that was answered. */
  readonly hits: readonly SearchHit[]
  readonly problem: string
}

interface Answer {
  readonly query: string
  readonly hits: readonly SearchHit[]
  readonly problem: string | null
}

/** Searches while connected; an answer that comes after the question changed is dropped. */
export function useSearch(query: string): Search {
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const [answer, setAnswer] = useState<Answer | null>(null)

  useEffect(() => {
    if (!connected) return
    let wanted = true
    actions.search(query).then(
      (hits) => wanted && setAnswer({ query, hits, problem: null }),
      (error: unknown) => {
        const problem = error instanceof AppError ? error.message : ''
        if (wanted) setAnswer({ query, hits: [], problem })
      },
    )
    return () => {
      wanted = false
    }
  }, [query, connected, actions])

  const { hits = [], problem = null } = answer ?? {}
  if (answer?.query !== query) return { phase: 'searching', hits, problem: '' }
  return { phase: problem === null ? 'done' : 'failed', hits, problem: problem ?? '' }
}
