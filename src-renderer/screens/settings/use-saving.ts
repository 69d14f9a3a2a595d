import { useCallback, useEffect, useState } from 'react'
import type { Settings } from '#contract/settings.ts'
import { useApp } from '../../pieces/app-context.ts'

/** So long it is said that something is saved, in milliseconds. */
const shownMs = 4_000

export interface Saving {
  /** What became of the last change, until it is old news. */
  readonly state: 'idle' | 'saved'
  readonly problem: string | null
  /** True when it is kept. */
  readonly save: (change: Partial<Settings>) => Promise<boolean>
}

/** Keeps a change at once, and knows what to say about it beside its field. */
export function useSaving(): Saving {
  const { actions } = useApp()
  const [{ state, problem }, setOutcome] = useState<Pick<Saving, 'state' | 'problem'>>(idle)
  useEffect(() => {
    if (state !== 'saved') return
    const timer = setTimeout(() => setOutcome(idle), shownMs)
    return () => clearTimeout(timer)
  }, [state])
  const save = useCallback(
    async (change: Partial<Settings>) => {
      setOutcome(idle)
      const refusal = await actions.changeSettings(change)
      setOutcome({ state: refusal === null ? 'saved' : 'idle', problem: refusal })
      return refusal === null
    },
    [actions],
  )
  return { state, problem, save }
}

const idle = { state: 'idle', problem: null } as const
