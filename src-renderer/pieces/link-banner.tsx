import { useApp, useAppState, useSpeech } from './app-context.ts'

/** Says that the engine cannot be reached, for as long as that is so. */
export function LinkBanner() {
  const { texts } = useSpeech()
  const { retry } = useApp()
  const lost = useAppState(({ link }) => link === 'lost')
  return (
    <div role="alert">
      {lost && (
        <div className="link-banner">
          <p>{texts.linkLost}</p>
          <button type="button" className="button" onClick={retry}>
            {texts.tryAgain}
          </button>
        </div>
      )}
    </div>
  )
}
