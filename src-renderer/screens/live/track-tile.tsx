import { useSyncExternalStore } from 'react'
import type { Hearing } from '#contract/hearing.ts'
import { useApp, useSpeech } from '../../pieces/app-context.ts'
import { Symbol, type SymbolName } from '../../pieces/symbol.tsx'
import { type HeardTrack, type ShownState, shownState } from '../../state/track-view.ts'
import { deviceName } from './track-texts.ts'
import { LevelMeter } from './level-meter.tsx'

const stateSymbols: Readonly<Record<ShownState, SymbolName>> = {
  opening: 'waiting',
  hearing: 'hearing',
  silent: 'silent',
  lost: 'warning',
  deaf: 'warning',
  ended: 'ended',
  muted: 'muted',
  paused: 'pause',
  unknown: 'unknown',
}

interface Props {
  readonly hearing: Hearing
  readonly track: HeardTrack
  /** Whether what is known of it is so now. */
  readonly sure: boolean
}

/** One voice of the meeting: who it is, which device, how it is doing, and how loud it is. */
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
  return (
    <li className={`track ${state}`}>
      <p className="track-head">
        <Symbol name={track.track === 'me' ? 'microphone' : 'system'} />
        <span className="track-name">{voice}</span>
        <span className="track-device" title={device}>
          {device}
        </span>
        <span className="track-state">
          <Symbol name={stateSymbols[state]} />
          {t(`tracks.states.${state}`)}
        </span>
      </p>
      <LevelMeter meetingId={meetingId} track={track.track} voice={voice} />
    </li>
  )
}
