import type { MeetingId } from '#contract/ids.ts'
import { liveMeeting } from '../state/library.ts'
import { addressOf, type Route } from '../state/route.ts'
import { isTrouble, shownState } from '../state/track-view.ts'
import { clock } from '../texts/format.ts'
import { useAppState, useSpeech } from './app-context.ts'
import { RecordButton } from './record-button.tsx'
import { Symbol } from './symbol.tsx'
import { useHearing } from './use-hearing.ts'

/** On every screen: the way home, and either what is live or the way to begin. */
export function PageHeader({ screen }: { readonly screen: Route['screen'] }) {
  const { t } = useSpeech()
  const live = useAppState(({ library }) => liveMeeting(library))
  return (
    <header className="page-header">
      <a className="brand" href={addressOf({ screen: 'library', query: '' })}>
        <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          <rect width="32" height="32" rx="8" />
          <path d="M7 14v4M12 9.5v13M17 12.5v7M22 16h3.5M22 20.5h2M22 11.5h2" />
        </svg>
        {t('page.appName')}
      </a>
      {live && <LiveChip meetingId={live.id} title={live.title} />}
      {/* The library has a larger one, beside what can be chosen. */}
      {!live && screen !== 'library' && <RecordButton size="small" />}
    </header>
  )
}

function LiveChip({ meetingId, title }: { readonly meetingId: MeetingId; readonly title: string }) {
  const { t } = useSpeech()
  const elapsed = useAppState(({ transcripts }) => {
    const progress = transcripts[meetingId]?.progress
    return progress ? clock(progress.heardMs) : null
  })
  const connected = useAppState(({ link }) => link === 'connected')
  const { hearing, sure } = useHearing(meetingId)
  const paused = sure && hearing?.paused === true
  const trouble = hearing?.tracks.some((track) =>
    isTrouble(shownState(track, { hearing, sure, silent: false })),
  )
  const known = paused ? t('live.openPaused', { title }) : t('live.openLive', { title })
  const label = connected ? known : `${t('tracks.states.unknown')}: ${title}`
  return (
    <a
      className={connected && !paused ? 'live-chip' : 'live-chip unsure'}
      href={addressOf({ screen: 'live' })}
    >
      {trouble ? <Symbol name="warning" /> : <span className="live-dot" aria-hidden="true" />}
      <span aria-hidden="true">
        {!connected ? t('tracks.states.unknown') : paused ? t('live.paused') : t('live.liveNow')}
      </span>
      <span className="sr-only">{label}</span>
      {elapsed !== null && <span className="figures">{elapsed}</span>}
      {trouble && <span className="sr-only">. {t('tracks.checkSound')}</span>}
    </a>
  )
}
