import { useEffect, useState } from 'react'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { meetingAddress } from '../../state/route.ts'
import type { Progress } from '../../state/transcripts.ts'
import { clock, length, machineLength, shortTime } from '../../texts/format.ts'

/** Always in view: how long, how far behind, and the way to stop. */
export function LiveBar({ meeting }: { readonly meeting: Meeting }) {
  const { texts } = useSpeech()
  const progress = useAppState(({ transcripts }) => transcripts[meeting.id]?.progress ?? null)
  if (meeting.state !== 'live') {
    return (
      <div className="live-bar" role="status">
        <p className="grow">
          {meeting.state === 'interrupted' ? texts.interruptedWhy : texts.ended}
        </p>
        <a className="button" href={meetingAddress(meeting.id)}>
          {texts.openMeeting}
        </a>
      </div>
    )
  }
  return (
    <div className="live-bar">
      {progress?.totalMs ? (
        <progress
          aria-label={texts.progressOfFile}
          max={progress.totalMs}
          value={progress.heardMs}
        />
      ) : null}
      <Elapsed meeting={meeting} progress={progress} />
      <Lag progress={progress} />
      <StopButton meeting={meeting} />
      {progress && !progress.totalMs && <SilenceAlarm progress={progress} meeting={meeting} />}
    </div>
  )
}

interface ElapsedProps {
  readonly meeting: Meeting
  readonly progress: Progress | null
}

function Elapsed({ meeting, progress }: ElapsedProps) {
  const { texts } = useSpeech()
  const connected = useAppState(({ link }) => link === 'connected')
  const heardMs = progress?.heardMs ?? meeting.durationMs
  const totalMs = progress?.totalMs ?? null
  return (
    <p className="elapsed">
      <span className={connected ? 'live-dot' : 'live-dot unsure'} aria-hidden="true" />
      <span className="visually-hidden">
        {totalMs === null ? texts.recording : texts.readingFile}{' '}
      </span>
      <time className="figures" dateTime={machineLength(heardMs)}>
        {clock(heardMs)}
      </time>
      {totalMs !== null && <span className="figures quiet"> / {clock(totalMs)}</span>}
    </p>
  )
}

/** Text that falls behind by more than this is said aloud in colour. */
const worryingLagMs = 15_000

function Lag({ progress }: { readonly progress: Progress | null }) {
  const { texts, locale } = useSpeech()
  if (!progress) return <p className="grow" />
  const lagMs = Math.max(0, progress.heardMs - progress.readMs)
  return (
    <p className={lagMs > worryingLagMs ? 'lag grow worrying' : 'lag grow'}>
      {texts.behind(shortTime(lagMs, locale))}
    </p>
  )
}

function StopButton({ meeting }: { readonly meeting: Meeting }) {
  const { texts } = useSpeech()
  const { actions } = useApp()
  const stopping = useAppState(({ tasks }) => tasks[meeting.id] === 'stop')
  const connected = useAppState(({ link }) => link === 'connected')
  return (
    <button
      type="button"
      className="button stop"
      disabled={stopping || !connected}
      onClick={() => void actions.stop(meeting.id)}
    >
      <span className="stop-square" aria-hidden="true" />
      {stopping ? texts.stopping : texts.stop}
    </button>
  )
}

/** Sound arrives without pause, even silence, so this long without any means that something is broken. */
const brokenAfterMs = 6_000

function SilenceAlarm({ meeting, progress }: ElapsedProps & { readonly progress: Progress }) {
  const { texts } = useSpeech()
  const nowMs = useClock()
  const stopping = useAppState(({ tasks }) => tasks[meeting.id] === 'stop')
  const connected = useAppState(({ link }) => link === 'connected')
  const deafMs = nowMs - progress.grewAtMs
  const broken = connected && !stopping && deafMs > brokenAfterMs
  return (
    <p role="alert" className={broken ? 'silence-alarm' : 'visually-hidden'}>
      {/* Said once, not every second. */}
      {broken && texts.noSound(length(Math.floor(deafMs / 6_000) * 6_000))}
    </p>
  )
}

function useClock(): number {
  const [nowMs, setNowMs] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
