import { useEffect } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import type { LiveRecognition } from '#contract/live-recognition.ts'
import type { Translate } from '../../texts/typing.ts'
import { libraryOf } from '../../state/recognitions.ts'

/** The model that reads, and where it really runs. Nothing is said that is not known. */
export function RecognisedBy({ meetingId }: { readonly meetingId: MeetingId }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const known = useAppState(({ recognitions }) => recognitions[meetingId])
  const connected = useAppState(({ link }) => link === 'connected')
  const needed = connected && known === undefined
  useEffect(() => {
    if (needed) void actions.readRecognition(meetingId)
  }, [needed, actions, meetingId])
  if (!known) return null
  const { state } = known.health
  return (
    <p
      className="m-0 min-w-0 truncate @max-[34rem]/live:sr-only"
      title={state === 'paused' ? t('live.textPausedWhy') : (known.backend ?? undefined)}
    >
      <span className="sr-only">{t('live.recognisedBy')} </span>
      {known.model} · {whereOf(known, t)}
    </p>
  )
}

function whereOf(known: LiveRecognition, t: Translate): string {
  const { health, onGpu } = known
  if (health.state === 'paused') return t('live.textPaused')
  if (health.state === 'restarting') return t('live.startingAgain')
  if (onGpu === null) return t('live.loading')
  return onGpu ? t('live.onGpu', { library: libraryOf(known) ?? '' }) : t('live.onCpu')
}
