import { Gauge } from 'lucide-react'
import { useSpeech } from '../../pieces/app-context.ts'
import { EmptyState } from '../../pieces/empty-state.tsx'
import { useTitle } from '../../pieces/use-title.ts'

/** Not filled yet. */
export function PerformanceScreen() {
  const { texts } = useSpeech()
  useTitle(texts.frame.performance)
  return (
    <EmptyState icon={Gauge} title={texts.frame.performance} level={1}>
      <p>{texts.frame.comingSoon}</p>
    </EmptyState>
  )
}
