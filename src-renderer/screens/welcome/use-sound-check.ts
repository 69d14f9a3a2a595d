import { useCallback, useEffect, useState } from 'react'
import { useApp, useAppState } from '../../pieces/app-context.ts'
import type { CheckedSound } from '../../state/sound-check.ts'

/** The engine stops listening after ten seconds in which nobody asked. */
const askAgainMs = 4_000

interface SoundCheck {
  readonly tracks: CheckedSound
  /** Why nothing can be heard, in the engine's words; null while there is no such reason. */
  readonly problem: string | null
  readonly listenAgain: () => void
}

/** Hears the chosen devices for as long as this is shown and seen; `on` false hears nothing. */
export function useSoundCheck(on: boolean): SoundCheck {
  const { actions } = useApp()
  const tracks = useAppState((state) => state.checkedSound)
  const connected = useAppState(({ link }) => link === 'connected')
  const microphoneId = useAppState(({ choice }) => choice.microphone?.id ?? null)
  const systemId = useAppState(({ choice }) => choice.system?.id ?? null)
  const [problem, setProblem] = useState<string | null>(null)
  const wanted = on && connected

  const listen = useCallback(async () => {
    const answer = await actions.request('sound.listen', { microphoneId, systemId })
    setProblem('problem' in answer ? answer.problem : null)
  }, [actions, microphoneId, systemId])

  useEffect(() => {
    if (!wanted) return
    // A page that nobody sees listens to nobody.
    const ask = (): void => void (document.visibilityState === 'visible' && listen())
    ask()
    const timer = setInterval(ask, askAgainMs)
    return () => clearInterval(timer)
  }, [wanted, listen])

  useEffect(() => {
    if (!wanted) return
    return () => void actions.request('sound.leave', {})
  }, [wanted, actions])

  return { tracks, problem, listenAgain: () => void listen() }
}
