import { useEffect } from 'react'
import { useApp, useAppState } from '../../pieces/app-context.ts'
import type { KnownSettings } from '../../state/settings.ts'

/** What is chosen for all meetings; read whenever that is not known. */
export function useSettings(): KnownSettings {
  const { actions } = useApp()
  const known = useAppState((state) => state.settings)
  const unread = useAppState(
    (state) => state.link === 'connected' && state.settings.phase === 'unread',
  )
  useEffect(() => {
    if (unread) void actions.readSettings()
  }, [unread, actions])
  return known
}
