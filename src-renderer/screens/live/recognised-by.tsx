import { useEffect } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
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
  const library = libraryOf(known)
  const where =
    known.onGpu === null
      ? t('live.loading')
      : known.onGpu
        ? t('live.onGpu', { library: library ?? '' })
        : t('live.onCpu')
  return (
    <p
      className="m-0 min-w-0 truncate @max-[34rem]/live:sr-only"
      title={known.backend ?? undefined}
    >
      <span className="sr-only">{t('live.recognisedBy')} </span>
      {known.model} · {where}
    </p>
  )
}
