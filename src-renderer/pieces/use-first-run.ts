import { useEffect, useRef } from 'react'
import { changeWelcome, welcomeProgress } from '../client/welcome-progress.ts'
import { goQuietly } from '../state/navigation.ts'
import type { Route } from '../state/route.ts'
import { isFirstRun } from '../state/welcome.ts'
import { useApp, useAppState } from './app-context.ts'

/** Shows the first run to whoever has neither a meeting nor a model and has not left it before. */
export function useFirstRun({ screen }: Route): void {
  const { actions } = useApp()
  const waiting = screen === 'library' && !welcomeProgress().left
  const nobodyYet = useAppState(({ library }) => library.known && library.meetings.length === 0)
  const unread = useAppState(
    ({ link, models }) => link === 'connected' && models.phase === 'unread',
  )
  const first = useAppState(({ library, models }) => isFirstRun(library, models))
  const before = useRef(screen)

  useEffect(() => {
    if (waiting && nobodyYet && unread) void actions.readModels()
  }, [waiting, nobodyYet, unread, actions])

  useEffect(() => {
    if (before.current === 'welcome' && screen !== 'welcome') changeWelcome({ left: true })
    before.current = screen
    if (screen === 'library' && !welcomeProgress().left && first) goQuietly({ screen: 'welcome' })
  }, [screen, first])
}
