import type { Meeting } from '#contract/meeting.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { useHearing } from '../../pieces/use-hearing.ts'
import { LiveControls } from './live-controls.tsx'
import { SilenceAlarm } from './silence-alarm.tsx'
import { StatusLine } from './status-line.tsx'

interface Props {
  readonly meeting: Meeting
  readonly onNote: () => void
}

/** Always in view while a meeting goes on: how it stands, and what can be done about it. */
export function LiveBar({ meeting, onNote }: Props) {
  const { t } = useSpeech()
  const progress = useAppState(({ transcripts }) => transcripts[meeting.id]?.progress ?? null)
  const known = useHearing(meeting.id)
  return (
    <div className="live-bar @container/live grid gap-2.5 border-t border-line bg-ground pt-2.5 pb-[calc(0.75rem+env(safe-area-inset-bottom))]">
      {progress?.totalMs ? (
        <progress
          aria-label={t('live.progressOfFile')}
          max={progress.totalMs}
          value={progress.heardMs}
        />
      ) : null}
      <StatusLine meeting={meeting} known={known} />
      <LiveControls meeting={meeting} hearing={known.hearing} onNote={onNote} />
      {progress && !progress.totalMs && <SilenceAlarm progress={progress} meetingId={meeting.id} />}
    </div>
  )
}
