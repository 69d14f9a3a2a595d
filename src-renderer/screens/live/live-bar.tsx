import type { Meeting } from '#contract/meeting.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import { RefiningLine } from '../../pieces/refining-line.tsx'
import { Symbol } from '../../pieces/symbol.tsx'
import { type KnownHearing, useHearing } from '../../pieces/use-hearing.ts'
import { meetingAddress } from '../../state/route.ts'
import { hearsAnything } from '../../state/track-view.ts'
import type { Progress } from '../../state/transcripts.ts'
import { clock, machineLength, shortTime } from '../../texts/format.ts'
import { LiveControls } from './live-controls.tsx'
import { SilenceAlarm } from './silence-alarm.tsx'
import { Tracks } from './tracks.tsx'

/** Always in view: what is heard, for how long, how far behind the text is, and the way to stop. */
export function LiveBar({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const live = meeting.state === 'live'
  if (live) return <RunningBar meeting={meeting} />
  return (
    <div className="live-bar">
      <p className="grow" role="status">
        <WhyOver meeting={meeting} />
      </p>
      <RefiningLine meetingId={meeting.id} />
      <a className="button" href={meetingAddress(meeting.id)}>
        {t('live.openMeeting')}
      </a>
    </div>
  )
}

function WhyOver({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const reason = useAppState(({ stops }) => stops[meeting.id])
  if (reason === 'failed') return t('live.endedWithProblem')
  if (meeting.state === 'interrupted') return t('meeting.interruptedWhy')
  return reason === 'silence' ? t('live.endedBySilence') : t('live.ended')
}

function RunningBar({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const progress = useAppState(({ transcripts }) => transcripts[meeting.id]?.progress ?? null)
  const known = useHearing(meeting.id)
  const { hearing, sure } = known
  return (
    <div className="live-bar">
      {progress?.totalMs ? (
        <progress
          aria-label={t('live.progressOfFile')}
          max={progress.totalMs}
          value={progress.heardMs}
        />
      ) : null}
      {hearing && <Tracks hearing={hearing} sure={sure} />}
      <Elapsed meeting={meeting} progress={progress} known={known} />
      <Lag meeting={meeting} progress={progress} quiet={hearing?.paused ?? false} />
      <LiveControls meeting={meeting} hearing={hearing} />
      {progress && !progress.totalMs && <SilenceAlarm progress={progress} meetingId={meeting.id} />}
    </div>
  )
}

interface ElapsedProps {
  readonly meeting: Meeting
  readonly progress: Progress | null
  readonly known: KnownHearing
}

/** The red light is full only while something is heard and nobody doubts it. */
function Elapsed({ meeting, progress, known: { hearing, sure } }: ElapsedProps) {
  const { t } = useSpeech()
  const connected = useAppState(({ link }) => link === 'connected')
  const heardMs = progress?.heardMs ?? meeting.durationMs
  const totalMs = progress?.totalMs ?? null
  const paused = sure && hearing?.paused === true
  const heard = connected && (hearing === null || hearsAnything(hearing))
  return (
    <p className={paused ? 'elapsed paused' : 'elapsed'}>
      {paused ? (
        <Symbol name="pause" />
      ) : (
        <span className={heard ? 'live-dot' : 'live-dot unsure'} aria-hidden="true" />
      )}
      {paused ? (
        <span>{t('live.paused')}</span>
      ) : (
        <span className="visually-hidden">
          {!connected
            ? t('tracks.states.unknown')
            : totalMs === null
              ? t('live.recording')
              : t('live.readingFile')}{' '}
        </span>
      )}
      <time className="figures" dateTime={machineLength(heardMs)}>
        {clock(heardMs)}
      </time>
      {totalMs !== null && <span className="figures quiet"> / {clock(totalMs)}</span>}
    </p>
  )
}

/** Text that falls behind by more than this is said aloud in colour. */
const worryingLagMs = 15_000

interface LagProps {
  readonly meeting: Meeting
  readonly progress: Progress | null
  /** Only what worries is worth a word. */
  readonly quiet: boolean
}

function Lag({ meeting, progress, quiet }: LagProps) {
  const { t, locale } = useSpeech()
  const late = useAppState(({ catchingUp }) => catchingUp.has(meeting.id))
  const lagMs = progress ? Math.max(0, progress.heardMs - progress.readMs) : 0
  if (!progress || (quiet && lagMs <= worryingLagMs)) return <p className="lag grow" />
  return (
    <p className={lagMs > worryingLagMs ? 'lag grow worrying' : 'lag grow'}>
      {t('live.behind', { time: shortTime(lagMs, locale) })}
      {late && <span className="catching-up"> · {t('live.catchingUp')}</span>}
    </p>
  )
}
