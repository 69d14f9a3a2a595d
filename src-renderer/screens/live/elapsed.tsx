import { Pause } from 'lucide-react'
import type { Meeting } from '#contract/meeting.ts'
import { useAppState, useSpeech } from '../../pieces/app-context.ts'
import type { KnownHearing } from '../../pieces/use-hearing.ts'
import { hearsAnything } from '../../state/track-view.ts'
import type { Progress } from '../../state/transcripts.ts'
import { clock, machineLength } from '../../texts/format.ts'

interface Props {
  readonly meeting: Meeting
  readonly progress: Progress | null
  readonly known: KnownHearing
}

/** For how long it has been heard. The red light is full only while something is heard and nobody doubts it. */
export function Elapsed({ meeting, progress, known: { hearing, sure } }: Props) {
  const { t } = useSpeech()
  const connected = useAppState(({ link }) => link === 'connected')
  const heardMs = progress?.heardMs ?? meeting.durationMs
  const totalMs = progress?.totalMs ?? null
  const paused = sure && hearing?.paused === true
  const heard = connected && (hearing === null || hearsAnything(hearing))
  const state = !connected
    ? t('tracks.states.unknown')
    : totalMs === null
      ? t('live.recording')
      : t('live.readingFile')
  return (
    <p
      className={`elapsed m-0 inline-flex items-center gap-2 text-base font-semibold ${paused ? 'text-warning' : 'text-ink'}`}
    >
      {paused ? (
        <>
          <Pause className="size-4" aria-hidden="true" />
          <span>{t('live.paused')}</span>
        </>
      ) : (
        <>
          <span className={heard ? 'live-dot' : 'live-dot unsure'} aria-hidden="true" />
          <span className="sr-only">{state} </span>
        </>
      )}
      <time className="tabular-nums" dateTime={machineLength(heardMs)}>
        {clock(heardMs)}
      </time>
      {totalMs !== null && (
        <span className="font-normal text-quiet tabular-nums"> / {clock(totalMs)}</span>
      )}
    </p>
  )
}
