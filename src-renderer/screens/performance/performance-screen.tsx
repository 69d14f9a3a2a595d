import { Gauge } from 'lucide-react'
import { useSpeech } from '../../pieces/app-context.ts'
import { EmptyState } from '../../pieces/empty-state.tsx'
import { useTitle } from '../../pieces/use-title.ts'

/** Not filled yet. */
export function PerformanceScreen() {
  const { t } = useSpeech()
  useTitle(t('frame.performance'))
  return (
    <EmptyState icon={Gauge} title={t('frame.performance')} level={1}>
      <p>{t('frame.comingSoon')}</p>
    </EmptyState>
  )
}
