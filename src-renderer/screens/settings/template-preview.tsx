import type { TemplateCheck } from '#contract/template.ts'
import { useSpeech } from '../../pieces/app-context.ts'

/** The parts of a summary as a template makes them, or the line in which it is broken. */
export function TemplatePreview({ check }: { readonly check: TemplateCheck | null }) {
  const { t, language } = useSpeech()
  return (
    <div className="grid content-start gap-2" role="status">
      <p className="text-label text-quiet">{t('settings.templatePreview')}</p>
      {check?.problem && (
        <p className="text-label text-danger">
          {t('settings.templateBroken', {
            number: check.problem.line,
            what: check.problem.message,
          })}
        </p>
      )}
      {check?.name && <p className="font-semibold wrap-anywhere">{check.name[language]}</p>}
      {check?.description && <p className="text-label wrap-anywhere">{check.description}</p>}
      <ol className="grid gap-2">
        {check?.sections.map(({ title, guidance, filling }, at) => (
          // They have no name of their own, and are shown in their order.
          <li key={at} className="grid border-s-2 border-line ps-3 text-label">
            <span className="font-semibold wrap-anywhere">{title[language]}</span>
            <span className="wrap-anywhere">{guidance}</span>
            <span className="text-small text-quiet">
              {t('settings.withoutModel', { filling: t(`settings.fillings.${filling}`) })}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
