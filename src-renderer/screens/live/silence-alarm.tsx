import type { MeetingId } from '#contract/ids.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { useClock } from '../../pieces/use-clock.ts'
import { hearsAnything } from '../../state/track-view.ts'
import type { Progress } from '../../state/transcripts.ts'
import { length } from '../../texts/format.ts'

/** Sound arrives without pause, even silence, so this long without any means that something is broken. */
const brokenAfterMs = 6_000

interface Props {
  readonly meetingId: MeetingId
  readonly progress: Progress
}

/** Says that a recording no longer grows although it should. */
export function SilenceAlarm({ meetingId, progress }: Props) {
  const { t } = useSpeech()
  const nowMs = useClock()
  const stopping = useAppState(({ tasks }) => tasks[meetingId] === 'stop')
  const connected = useAppState(({ link }) => link === 'connected')
  const known = useAppState(({ hearings }) => hearings[meetingId])
  const awaitedSinceMs = known ? known.awaitedSinceMs : 0
  // A lost device says so itself.
  const awaited = awaitedSinceMs !== null && (!known?.hearing || hearsAnything(known.hearing))
  const deafMs = awaited ? nowMs - Math.max(progress.grewAtMs, awaitedSinceMs) : 0
  const broken = connected && !stopping && deafMs > brokenAfterMs
  return (
    <p role="alert" className={broken ? 'silence-alarm' : 'visually-hidden'}>
      {/* Said once, not every second. */}
      {broken && t('live.noSound', { time: length(Math.floor(deafMs / 6_000) * 6_000) })}
    </p>
  )
}
