import type { SystemReport } from '#contract/system.ts'
import { useSpeech } from '../../pieces/app-context.ts'

/** What was tried, and what came of it; problems stand in the engine's own words. */
export function ReportLines({ report }: { readonly report: SystemReport }) {
  const { t } = useSpeech()
  const { versions, recognition, models, language, audio, data } = report
  const lines = {
    rtstt: `${versions.rtstt} · ${versions.platform}`,
    recognition: recognition.problem ?? t('settings.works'),
    model: models.chosen ?? t('settings.noModel'),
    runsOn: recognition.backendInUse ?? recognition.cpuLevel ?? '–',
    language: language.problem ?? language.model?.id ?? t('settings.works'),
    sound: audio.problem ?? audio.backend ?? '–',
    data: `${data.path} · ${t(data.writable ? 'settings.writable' : 'settings.readOnly')}`,
  }
  return (
    <dl className="grid gap-x-6 gap-y-1 text-label sm:grid-cols-[max-content_1fr]">
      {(Object.keys(lines) as (keyof typeof lines)[]).map((name) => (
        <div key={name} className="contents">
          <dt className="text-quiet">{t(`settings.reportLines.${name}`)}</dt>
          <dd className="wrap-anywhere max-sm:mb-2">{lines[name]}</dd>
        </div>
      ))}
    </dl>
  )
}
