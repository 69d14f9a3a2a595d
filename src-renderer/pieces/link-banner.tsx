import { useApp, useAppState, useSpeech } from './app-context.ts'

/** Says that the engine cannot be reached or does not know this page, for as long as that is so. */
export function LinkBanner() {
  const { t } = useSpeech()
  const { retry } = useApp()
  const link = useAppState((state) => state.link)
  return (
    <div role="alert">
      {(link === 'lost' || link === 'refused') && (
        <div className="link-banner">
          <p>{t(link === 'lost' ? 'page.linkLost' : 'page.linkRefused')}</p>
          <button type="button" className="button" onClick={retry}>
            {t('page.tryAgain')}
          </button>
        </div>
      )}
    </div>
  )
}
