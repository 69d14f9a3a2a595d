import { Mic, Volume2 } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { Hearing } from '#contract/hearing.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Symbol, type SymbolName } from '../../pieces/symbol.tsx'
import { type HeardTrack, type ShownState, shownState } from '../../state/track-view.ts'
import { deviceName } from './track-texts.ts'
import { LevelMeter } from './level-meter.tsx'

const symbols: Readonly<Partial<Record<ShownState, SymbolName>>> = {
  opening: 'waiting',
  lost: 'warning',
  deaf: 'warning',
  ended: 'ended',
  muted: 'muted',
  paused: 'pause',
  unknown: 'unknown',
}

const colours: Readonly<Partial<Record<ShownState, string>>> = {
  lost: 'font-semibold text-danger',
  deaf: 'font-semibold text-danger',
  muted: 'text-warning',
}

interface Props {
  readonly hearing: Hearing
  readonly track: HeardTrack
  /** Whether what is known of it is so now. */
  readonly sure: boolean
}

/** One voice of the meeting: who it is, how loud, which device, and how it is doing where that is worth a word. */
export function TrackTile({ hearing, track, sure }: Props) {
  const { t } = useSpeech()
  const { levels } = useApp()
  const { meetingId } = hearing
  const silent = useSyncExternalStore(levels.onSilence, () =>
    levels.isSilent(meetingId, track.track),
  )
  const state = shownState(track, { hearing, sure, silent })
  const voice = t(`transcript.voices.${track.track}`)
  const device = deviceName(track, t)
  const symbol = symbols[state]
  const Icon = track.track === 'me' ? Mic : Volume2
  return (
    <li className={`track ${state} flex min-w-0 flex-wrap items-center gap-x-1.5`} title={device}>
      <Icon className="size-4 flex-none" aria-hidden="true" />
      <span className="flex-none text-ink">{voice}</span>
      <LevelMeter meetingId={meetingId} track={track.track} voice={voice} />
      <span className="max-w-36 min-w-0 truncate text-small max-xl:sr-only">{device}</span>
      <span
        className={
          symbol ? `inline-flex min-w-0 items-center gap-1 ${colours[state] ?? ''}` : 'sr-only'
        }
      >
        {symbol && <Symbol name={symbol} />}
        {t(`tracks.states.${state}`)}
      </span>
    </li>
  )
}
