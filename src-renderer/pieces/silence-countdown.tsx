import type { Meeting } from '#contract/meeting.ts'
import { liveMeeting } from '../state/library.ts'
import { length } from '../texts/format.ts'
import { useApp, useAppState, useSpeech } from './app-context.ts'
import { Symbol } from './symbol.tsx'
import { useClock } from './use-clock.ts'

/** On every screen: that the live meeting is about to be ended by silence, when, and the way to keep it going. */
export function SilenceCountdown() {
  const meeting = useAppState(({ library }) => liveMeeting(library))
  const announced = useAppState(
    ({ hearings }) =>
      meeting !== null && typeof hearings[meeting.id]?.hearing?.silenceEndsInMs === 'number',
  )
  return <div role="alert">{meeting && announced && <Countdown meeting={meeting} />}</div>
}

function Countdown({ meeting: { id } }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const ready = useAppState(({ link, tasks }) => link === 'connected' && tasks[id] !== 'stop')
  return (
    <div className="notice warning">
      <Symbol name="warning" />
      <p>
        {t('live.endsSoon')} <RestOfSilence meetingId={id} /> {t('live.soundKeepsGoing')}
      </p>
      <button
        type="button"
        className="button"
        disabled={!ready}
        onClick={() => void actions.keepOn(id)}
      >
        {t('live.keepOn')}
      </button>
    </div>
  )
}

/** Counts for the eye alone: an alert that is read out every second would be in the way. */
function RestOfSilence({ meetingId }: { readonly meetingId: Meeting['id'] }) {
  const { t } = useSpeech()
  const nowMs = useClock()
  const known = useAppState(({ hearings }) => hearings[meetingId])
  const connected = useAppState(({ link }) => link === 'connected')
  const toldMs = known?.hearing?.silenceEndsInMs ?? 0
  const leftMs = known?.silenceEndsAtMs ? Math.max(0, known.silenceEndsAtMs - nowMs) : toldMs
  if (!connected) return null
  return (
    <strong className="figures" aria-hidden="true">
      {t('live.endsIn', { time: length(Math.ceil(leftMs / 1000) * 1000) })}
    </strong>
  )
}
