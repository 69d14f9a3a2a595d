import { useApp, useAppState, useSpeech } from './app-context.ts'

/** Says that the engine cannot be reached, for as long as that is so. */
export function LinkBanner() {
  const { t } = useSpeech()
  const { retry } = useApp()
  const lost = useAppState(({ link }) => link === 'lost')
  return (
    <div role="alert">
      {lost && (
        <div className="link-banner">
          <p>{t('page.linkLost')}</p>
          <button type="button" className="button" onClick={retry}>
            {t('page.tryAgain')}
          </button>
        </div>
      )}
    </div>
  )
}
