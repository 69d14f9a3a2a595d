import type { Meeting } from '#contract/meeting.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { FinishButton } from '../../pieces/finish-button.tsx'
import { length } from '../../texts/format.ts'

/** The program died in the middle of this meeting: what is there, what is missing, and how to get it. */
export function Interrupted({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const progress = useAppState(({ transcripts }) => transcripts[meeting.id]?.progress)
  const finishing = useAppState(({ tasks }) => tasks[meeting.id] === 'finish')
  return (
    <div className="notice warning interrupted-box">
      <p>
        {t('meeting.interruptedWhy')}{' '}
        {meeting.unreadMs > 0 &&
          t('meeting.interruptedUnread', { length: length(Math.max(1000, meeting.unreadMs)) })}
      </p>
      {finishing && progress && (
        <progress
          aria-label={t('meeting.finishing')}
          max={progress.heardMs}
          value={progress.readMs}
        />
      )}
      <FinishButton meeting={meeting} />
    </div>
  )
}
