import { useId } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { LanguageOptions } from '../../pieces/language-options.tsx'

/** What is spoken, which may be put right while it is spoken. */
export function LiveLanguage({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const id = useId()
  const asked = useAppState(({ tasks }) => tasks[meeting.id] === 'language')
  return (
    <p className="live-language">
      <label htmlFor={id}>{t('meeting.spokenLanguage')}</label>{' '}
      <select
        id={id}
        value={meeting.language}
        disabled={asked}
        onChange={({ target }) => void actions.setLanguage(meeting.id, target.value)}
      >
        <LanguageOptions />
      </select>
    </p>
  )
}
