import { useState } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { findMeeting, liveMeeting } from '../../state/library.ts'
import { addressOf } from '../../state/route.ts'
import { LiveMeeting } from './live-meeting.tsx'

/** The meeting that is being heard. When it ends it stays, so that nobody loses their place. */
export function LiveScreen() {
  const { t } = useSpeech()
  const liveId = useAppState(({ library }) => liveMeeting(library)?.id ?? null)
  const [shownId, setShownId] = useState<MeetingId | null>(liveId)
  if (liveId !== null && liveId !== shownId) setShownId(liveId)
  const meeting = useAppState(({ library }) => shownId && findMeeting(library, shownId))
  const known = useAppState(({ library }) => library.known)

  if (meeting) return <LiveMeeting key={meeting.id} meeting={meeting} />
  return (
    <div className="empty">
      <h1>{known ? t('live.none') : t('page.loading')}</h1>
      <p>
        <a href={addressOf({ screen: 'library', query: '' })}>{t('page.backToLibrary')}</a>
      </p>
    </div>
  )
}
