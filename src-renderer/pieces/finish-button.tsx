import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from './app-context.ts'

/** Reads the rest of an interrupted meeting from its recording. */
export function FinishButton({ meeting: { id, title } }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const finishing = useAppState(({ tasks }) => tasks[id] === 'finish')
  const connected = useAppState(({ link }) => link === 'connected')
  return (
    <button
      type="button"
      className="button"
      disabled={finishing || !connected}
      onClick={() => void actions.finish(id)}
    >
      {finishing ? t('meeting.finishing') : t('meeting.finish')}
      <span className="visually-hidden">: {title}</span>
    </button>
  )
}
