import { useSpeech } from '../pieces/app-context.ts'
import { addressOf } from '../state/route.ts'

export function NowhereScreen() {
  const { t } = useSpeech()
  return (
    <div className="empty">
      <h1>{t('page.nowhere')}</h1>
      <p>
        <a href={addressOf({ screen: 'library', query: '' })}>{t('page.backToLibrary')}</a>
      </p>
    </div>
  )
}
