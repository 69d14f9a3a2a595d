import { useCallback } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useApp } from '../../pieces/app-context.ts'

/** How much of a meeting was heard by now, when it is asked for; nothing is drawn anew as it grows. */
export function useHeardMs({ id, durationMs }: Meeting): () => number {
  const { store } = useApp()
  return useCallback(
    () => store.getState().transcripts[id]?.progress?.heardMs ?? durationMs,
    [store, id, durationMs],
  )
}
