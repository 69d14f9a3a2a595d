import { type SubmitEvent, useState } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import type { Asked } from '../../state/questions.ts'
import { AskedItem } from './asked-item.tsx'

/** Questions about this meeting or all of them, and the answers of this visit, the newest first. */
export function AskTab({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const all = useAppState(({ asked }) => asked)
  const asked: readonly Asked[] = all.filter(({ askedIn }) => askedIn === meeting.id).toReversed()
  return (
    <>
      <AskForm meeting={meeting} />
      {asked.length === 0 && <p className="quiet empty-tab">{t('ask.hint')}</p>}
      <ol className="asked">
        {asked.map((one) => (
          <AskedItem key={one.askId} asked={one} />
        ))}
      </ol>
    </>
  )
}

function AskForm({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const [question, setQuestion] = useState('')
  const [everywhere, setEverywhere] = useState(false)

  function ask(event: SubmitEvent): void {
    event.preventDefault()
    const words = question.trim()
    if (words === '') return
    void actions.ask(words, everywhere ? null : meeting.id, meeting.id)
    setQuestion('')
  }

  return (
    <form className="ask-form" onSubmit={ask}>
      <input
        type="text"
        aria-label={t('ask.question')}
        placeholder={t('ask.questionHint')}
        maxLength={1000}
        autoComplete="off"
        value={question}
        onChange={({ target }) => setQuestion(target.value)}
      />
      <div className="row">
        <select
          className="grow"
          aria-label={t('ask.whom')}
          value={everywhere ? 'all' : 'this'}
          onChange={({ target }) => setEverywhere(target.value === 'all')}
        >
          <option value="this">{t('ask.thisMeeting')}</option>
          <option value="all">{t('ask.allMeetings')}</option>
        </select>
        <button
          type="submit"
          className="button primary"
          disabled={!connected || question.trim() === ''}
        >
          {t('ask.askIt')}
        </button>
      </div>
    </form>
  )
}
