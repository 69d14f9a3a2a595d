import { useEffect, useState } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { Summary, SummaryTemplate } from '#contract/summary.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { NamedLanguages } from '../../pieces/language-options.tsx'

interface Props {
  readonly meetingId: MeetingId
  readonly summary: Summary | null
}

/** Has a summary written: of which kind, and in which language. */
export function WriteSummary({ meetingId, summary }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const templates = useTemplates()
  const [template, setTemplate] = useState('')
  const [language, setLanguage] = useState('')
  return (
    <div className="write-summary">
      <label className="field">
        {t('summary.template')}
        <select value={template} onChange={({ target }) => setTemplate(target.value)}>
          <option value="">{t('summary.sameTemplate')}</option>
          {templates.map(({ id, name, description }) => (
            <option key={id} value={id} title={description}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        {t('summary.language')}
        <select value={language} onChange={({ target }) => setLanguage(target.value)}>
          <option value="">{t('summary.chosenLanguage')}</option>
          <option value="spoken">{t('summary.spoken')}</option>
          <NamedLanguages />
        </select>
      </label>
      <button
        type="button"
        className={summary ? 'button' : 'button primary'}
        disabled={!connected}
        onClick={() => {
          const wish = { template: template || null, language: language || null }
          void actions.writeSummary(meetingId, wish)
        }}
      >
        {summary ? t('summary.writeAgain') : t('summary.write')}
      </button>
    </div>
  )
}

function useTemplates(): readonly SummaryTemplate[] {
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const [templates, setTemplates] = useState<readonly SummaryTemplate[]>([])
  useEffect(() => {
    if (!connected) return
    let wanted = true
    void actions.listTemplates().then((list) => wanted && setTemplates(list))
    return () => {
      wanted = false
    }
  }, [connected, actions])
  return templates
}
