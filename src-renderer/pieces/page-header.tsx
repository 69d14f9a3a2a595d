import type { MeetingId } from '#contract/ids.ts'
import { go } from '../state/navigation.ts'
import { liveMeeting } from '../state/library.ts'
import { addressOf } from '../state/route.ts'
import { clock } from '../texts/format.ts'
import { useApp, useAppState, useSpeech } from './app-context.ts'

/** On every screen: the way home, and either what is live or the way to begin. */
export function PageHeader() {
  const { texts } = useSpeech()
  const live = useAppState(({ library }) => liveMeeting(library))
  return (
    <header className="page-header">
      <a className="brand" href={addressOf({ screen: 'library', query: '' })}>
        <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          <rect width="32" height="32" rx="8" />
          <path d="M7 14v4M12 9.5v13M17 12.5v7M22 16h3.5M22 20.5h2M22 11.5h2" />
        </svg>
        {texts.appName}
      </a>
      {live ? <LiveChip meetingId={live.id} title={live.title} /> : <RecordButton />}
    </header>
  )
}

function LiveChip({ meetingId, title }: { readonly meetingId: MeetingId; readonly title: string }) {
  const { texts } = useSpeech()
  const elapsed = useAppState(({ transcripts }) => {
    const progress = transcripts[meetingId]?.progress
    return progress ? clock(progress.heardMs) : null
  })
  const connected = useAppState(({ link }) => link === 'connected')
  return (
    <a
      className={connected ? 'live-chip' : 'live-chip unsure'}
      href={addressOf({ screen: 'live' })}
      aria-label={texts.openLive(title)}
    >
      <span className="live-dot" aria-hidden="true" />
      {texts.liveNow}
      {elapsed !== null && <span className="figures">{elapsed}</span>}
    </a>
  )
}

function RecordButton() {
  const { texts } = useSpeech()
  const { actions } = useApp()
  const starting = useAppState((state) => state.starting)
  const connected = useAppState(({ link }) => link === 'connected')

  async function record(): Promise<void> {
    if (await actions.record()) go({ screen: 'live' })
  }

  return (
    <button
      type="button"
      className="button record"
      title={texts.recordHint}
      disabled={starting || !connected}
      onClick={() => void record()}
    >
      <span className="record-dot" aria-hidden="true" />
      {starting ? texts.starting : texts.record}
    </button>
  )
}
