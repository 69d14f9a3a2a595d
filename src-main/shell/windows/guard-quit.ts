/** Quitting asks while something is recorded, and waits until the engine has finished. */
import type { App } from 'electron'

interface Parts {
  readonly app: Pick<App, 'on' | 'quit'>
  readonly isRecording: () => boolean
  /** True: stop it and quit. */
  readonly ask: () => Promise<boolean>
  readonly stop: () => Promise<void>
}

export interface QuitGuard {
  /** Quits without a question: the system ends, or somebody has answered already. */
  quitNow(): void
  isQuitting(): boolean
}

export function guardQuit({ app, isRecording, ask, stop }: Parts): QuitGuard {
  let phase: 'running' | 'asking' | 'stopping' | 'stopped' = 'running'

  function finish(): void {
    if (phase === 'stopping' || phase === 'stopped') return
    phase = 'stopping'
    void stop().then(() => {
      phase = 'stopped'
      app.quit()
    })
  }

  app.on('before-quit', (event) => {
    if (phase === 'stopped') return
    event.preventDefault()
    if (phase !== 'running') return
    if (!isRecording()) return finish()
    phase = 'asking'
    void ask().then((isWanted) => {
      if (phase !== 'asking') return
      phase = 'running'
      if (isWanted) finish()
    })
  })
  return { quitNow: finish, isQuitting: () => phase === 'stopping' || phase === 'stopped' }
}
