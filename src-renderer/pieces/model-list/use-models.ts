import { useEffect } from 'react'
import type { KnownModels } from '../../state/models.ts'
import { useApp, useAppState } from '../app-context.ts'

/** What is known of the models; read whenever that is not whole. */
export function useModels(): KnownModels {
  const { actions } = useApp()
  const models = useAppState((state) => state.models)
  const unread = useAppState(
    (state) => state.link === 'connected' && state.models.phase === 'unread',
  )
  useEffect(() => {
    if (unread) void actions.readModels()
  }, [unread, actions])
  return models
}
