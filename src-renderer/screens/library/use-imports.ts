import { useEffect } from 'react'
import { useApp, useAppState } from '../../pieces/app-context.ts'

/** Reads the queue whenever it is not known to be whole: at first, and after a lost connection. */
export function useImports(): void {
  const { actions } = useApp()
  const unread = useAppState(
    ({ link, imports }) => link === 'connected' && imports.phase === 'unread',
  )
  useEffect(() => {
    if (unread) void actions.readImports()
  }, [unread, actions])
}
