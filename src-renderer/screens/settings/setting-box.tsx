import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSpeech } from '../../pieces/app-context.ts'
import type { SettingName } from '../../state/settings-index.ts'
import type { Saving } from './use-saving.ts'

interface Props {
  readonly name: SettingName
  /** Said below the name where the control does not say it itself. */
  readonly title?: boolean
  readonly saving?: Saving
  readonly children: ReactNode
}

/** By which a setting is found to bring the focus there. */
export function settingId(name: SettingName): string {
  return `setting-${name}`
}

/** One setting: what it is, its control, and beside it what became of the last change. */
export function SettingBox({ name, title = false, saving, children }: Props) {
  const { t } = useSpeech()
  return (
    <div
      id={settingId(name)}
      tabIndex={-1}
      className="grid min-w-0 scroll-mt-24 gap-1.5 rounded-small outline-offset-8"
    >
      {title && (
        <div className="grid gap-0.5">
          <h3 className="text-base font-semibold">{t(`settingItems.${name}.name`)}</h3>
          <p className="text-label text-quiet">{t(`settingItems.${name}.hint`)}</p>
        </div>
      )}
      {children}
      {saving && <Outcome saving={saving} />}
    </div>
  )
}

function Outcome({ saving: { state, problem } }: { readonly saving: Saving }) {
  const { t } = useSpeech()
  return (
    <>
      <p role="status" className="flex items-center gap-1 text-small text-done empty:hidden">
        {state === 'saved' && (
          <>
            <Check className="size-4" aria-hidden="true" />
            {t('settings.saved')}
          </>
        )}
      </p>
      {problem !== null && (
        <p role="alert" className="text-small text-danger">
          {problem}
        </p>
      )}
    </>
  )
}
