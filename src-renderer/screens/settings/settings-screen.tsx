import { useSpeech } from '../../pieces/app-context.ts'
import { useTitle } from '../../pieces/use-title.ts'
import { AppearanceSettings } from './appearance-settings.tsx'

/** What can be set, in sections that have addresses of their own. */
export function SettingsScreen({ section }: { readonly section: string | null }) {
  const { t } = useSpeech()
  useTitle(t('frame.settings'))
  return (
    <div className="grid gap-8" data-section={section ?? 'appearance'}>
      <h1>{t('frame.settings')}</h1>
      <AppearanceSettings />
    </div>
  )
}
