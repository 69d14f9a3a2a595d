import { FastForward, Pause, Play, RotateCcw, RotateCw } from 'lucide-react'
import { memo, useCallback } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { SoundPlayer } from '../../../client/sound-player.ts'
import { useSpeech } from '../../../pieces/app-context.ts'
import { IconButton } from '../../../pieces/icon-button.tsx'
import type { Mark } from '../../../state/marks.ts'
import { toldKeys } from '../../../state/shortcuts.ts'
import { PlaceTime } from './place-time.tsx'
import { usePlayerState } from './player-context.ts'
import { SpeedMenu } from './speed-menu.tsx'
import { stepMs, usePlayerKeys } from './use-player-keys.ts'
import { VolumeControl } from './volume-control.tsx'
import { Waveform } from './waveform.tsx'

interface Props {
  readonly meetingId: MeetingId
  readonly player: SoundPlayer
  readonly lengthMs: number
  readonly marks: readonly Mark[]
}

/** Hears a meeting again; stays at the lower edge of the view. */
export const PlayerBar = memo(function PlayerBar({ meetingId, player, lengthMs, marks }: Props) {
  const { t } = useSpeech()
  const { playing, failed, speed, volume, skipsSilence } = usePlayerState(player)
  usePlayerKeys(player)
  const attach = useCallback(
    (audio: HTMLAudioElement | null) => (audio ? player.attach(audio) : undefined),
    [player],
  )
  return (
    <section
      aria-label={t('player.title')}
      className="player [@media(min-height:30rem)]:sticky bottom-(--bar) z-2 mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-ground py-2"
    >
      {/* Its words stand above. */}
      <audio ref={attach} src={soundAddress(meetingId)} preload="metadata" />
      <div className="flex flex-none items-center">
        <IconButton
          icon={RotateCcw}
          name={t('player.back')}
          aria-keyshortcuts={toldKeys('hearBack')}
          onClick={() => player.step(-stepMs)}
        />
        <button
          type="button"
          aria-label={playing ? t('player.pause') : t('player.play')}
          aria-keyshortcuts={`${toldKeys('hear')} Space`}
          className="inline-grid size-11 flex-none cursor-pointer place-items-center rounded-full border-0 bg-accent p-0 text-accent-ink transition-opacity hover:opacity-90"
          onClick={player.toggle}
        >
          {playing ? (
            <Pause className="size-5" aria-hidden="true" />
          ) : (
            <Play className="size-5 translate-x-px" aria-hidden="true" />
          )}
        </button>
        <IconButton
          icon={RotateCw}
          name={t('player.forward')}
          aria-keyshortcuts={toldKeys('hearForward')}
          onClick={() => player.step(stepMs)}
        />
      </div>
      <PlaceTime player={player} lengthMs={lengthMs} />
      <div className="flex min-w-48 flex-1 max-sm:order-first max-sm:basis-full">
        <Waveform meetingId={meetingId} player={player} lengthMs={lengthMs} marks={marks} />
      </div>
      <div className="flex flex-none items-center max-sm:ms-auto">
        <SpeedMenu speed={speed} onChoose={(to) => player.change({ speed: to })} />
        <IconButton
          icon={FastForward}
          name={t('player.skipSilence')}
          aria-pressed={skipsSilence}
          onClick={() => player.change({ skipsSilence: !skipsSilence })}
        />
        <VolumeControl volume={volume} onChange={(to) => player.change({ volume: to })} />
      </div>
      {failed && (
        <p role="alert" className="basis-full text-label text-danger">
          {t('player.cannotPlay')}
        </p>
      )}
    </section>
  )
})

/** The same in the desktop window and in a browser. */
function soundAddress(meetingId: MeetingId): string {
  return `meetings/${meetingId}/sound`
}
