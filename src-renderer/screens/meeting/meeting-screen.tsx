import type { MeetingId } from '#contract/ids.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { findMeeting } from '../../state/library.ts'
import { addressOf } from '../../state/route.ts'
import { LiveMeeting } from '../live/live-meeting.tsx'
import { PastMeeting } from './past-meeting.tsx'

interface Props {
  readonly meetingId: MeetingId
  readonly atMs: number | null
  readonly query: string
}

/** One meeting: growing while it is live, to be read when it is over. */
export function MeetingScreen({ meetingId, atMs, query }: Props) {
  const meeting = useAppState(({ library }) => findMeeting(library, meetingId))
  if (!meeting) return <Missing />
  if (meeting.state === 'live') return <LiveMeeting meeting={meeting} />
  return <PastMeeting meeting={meeting} atMs={atMs} query={query} />
}

function Missing() {
  const { t } = useSpeech()
  const library = useAppState((state) => state.library)
  return (
    <div className="empty">
      <h1>{library.known ? t('meeting.gone') : (library.problem ?? t('page.loading'))}</h1>
      <p>
        <a href={addressOf({ screen: 'library', query: '' })}>{t('page.backToLibrary')}</a>
      </p>
    </div>
  )
}
