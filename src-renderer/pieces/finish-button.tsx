import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from './app-context.ts'
import type { ButtonSize } from './button-look.ts'
import { Button } from './button.tsx'

interface Props {
  readonly meeting: Meeting
  readonly size?: ButtonSize
}

/** Reads the rest of an interrupted meeting from its recording. */
export function FinishButton({ meeting: { id, title }, size = 'normal' }: Props) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const finishing = useAppState(({ tasks }) => tasks[id] === 'finish')
  const connected = useAppState(({ link }) => link === 'connected')
  return (
    <Button size={size} disabled={finishing || !connected} onClick={() => void actions.finish(id)}>
      {finishing ? t('meeting.finishing') : t('meeting.finish')}
      <span className="visually-hidden">: {title}</span>
    </Button>
  )
}
