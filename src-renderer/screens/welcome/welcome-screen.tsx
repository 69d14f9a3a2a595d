import { Hand } from 'lucide-react'
import { useSpeech } from '../../pieces/app-context.ts'
import { EmptyState } from '../../pieces/empty-state.tsx'
import { useTitle } from '../../pieces/use-title.ts'

/** Not filled yet. */
export function WelcomeScreen() {
  const { texts } = useSpeech()
  useTitle(texts.frame.welcome)
  return (
    <EmptyState icon={Hand} title={texts.frame.welcome} level={1}>
      <p>{texts.frame.comingSoon}</p>
    </EmptyState>
  )
}
