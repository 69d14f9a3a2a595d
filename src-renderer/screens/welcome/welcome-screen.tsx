import { Hand } from 'lucide-react'
import { useSpeech } from '../../pieces/app-context.ts'
import { EmptyState } from '../../pieces/empty-state.tsx'
import { useTitle } from '../../pieces/use-title.ts'

/** Not filled yet. */
export function WelcomeScreen() {
  const { t } = useSpeech()
  useTitle(t('frame.welcome'))
  return (
    <EmptyState icon={Hand} title={t('frame.welcome')} level={1}>
      <p>{t('frame.comingSoon')}</p>
    </EmptyState>
  )
}
