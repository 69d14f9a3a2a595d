import { CircleCheck } from 'lucide-react'
import type { Meeting } from '#contract/meeting.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { buttonLook } from '../../pieces/button-look.ts'
import { RefiningLine } from '../../pieces/refining-line.tsx'
import { meetingAddress } from '../../state/route.ts'
import { longClock } from '../../texts/format.ts'
import { ExportButton } from '../meeting/hand-on.tsx'

interface Props {
  readonly meeting: Meeting
  /** How many lines of text there are. */
  readonly lines: number
}

/** What became of a meeting that has just ended, and where to go on with it. */
export function MeetingOver({ meeting, lines }: Props) {
  const { t } = useSpeech()
  const { durationMs } = useLength(meeting)
  return (
    <div className="live-bar grid gap-2.5 border-t border-line bg-ground pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))]">
      <div role="status" className="flex items-start gap-2.5">
        <CircleCheck className="mt-0.5 size-5 flex-none text-done" aria-hidden="true" />
        <div>
          <p className="m-0 font-semibold tabular-nums">
            {t('live.kept', {
              length: longClock(durationMs),
              lines: t('live.lines', { count: lines }),
            })}
          </p>
          <p className="m-0 text-label text-quiet">
            <WhyOver meeting={meeting} />
          </p>
        </div>
      </div>
      <RefiningLine meetingId={meeting.id} />
      <div className="flex flex-wrap gap-2">
        <a className={buttonLook('primary')} href={meetingAddress(meeting.id)}>
          {t('live.openMeeting')}
        </a>
        <ExportButton meeting={meeting} />
      </div>
    </div>
  )
}

/** What was heard, also where the list of meetings was told before the last of it was counted. */
function useLength({ id, durationMs }: Meeting): Pick<Meeting, 'durationMs'> {
  const heardMs = useAppState(({ transcripts }) => transcripts[id]?.progress?.heardMs ?? 0)
  return { durationMs: Math.max(durationMs, heardMs) }
}

function WhyOver({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const reason = useAppState(({ stops }) => stops[meeting.id])
  if (reason === 'failed') return t('live.endedWithProblem')
  if (meeting.state === 'interrupted') return t('meeting.interruptedWhy')
  return reason === 'silence' ? t('live.endedBySilence') : t('live.ended')
}
