import type { Hearing } from '#contract/hearing.ts'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Kbd } from '../../pieces/kbd.tsx'
import { Symbol } from '../../pieces/symbol.tsx'
import { useShortcut } from '../../pieces/use-shortcut.ts'
import { keysOf, toldKeys } from '../../state/shortcuts.ts'

interface Props {
  readonly meeting: Meeting
  /** Null where no devices are heard: then there is nothing to mute or pause. */
  readonly hearing: Hearing | null
}

/** What can be done with a recording while it goes on. */
export function LiveControls({ meeting, hearing }: Props) {
  return (
    <div className="live-controls">
      {hearing?.tracks.some(({ track }) => track === 'me') && <MuteButton hearing={hearing} />}
      {hearing && <PauseButton hearing={hearing} />}
      <StopButton meeting={meeting} />
    </div>
  )
}

/** What the engine is doing stands on the buttons, never what was merely asked of it. */
function useReady(meetingId: Meeting['id']): boolean {
  return useAppState(({ link, tasks }) => link === 'connected' && tasks[meetingId] !== 'stop')
}

function MuteButton({ hearing: { meetingId, microphoneMuted } }: { readonly hearing: Hearing }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const ready = useReady(meetingId)
  const mute = (): void => void actions.mute(meetingId, !microphoneMuted)
  useShortcut('mute', ready ? mute : null)
  return (
    <button
      type="button"
      className="button mute"
      aria-pressed={microphoneMuted}
      aria-keyshortcuts={toldKeys('mute')}
      disabled={!ready}
      onClick={mute}
    >
      <Symbol name={microphoneMuted ? 'muted' : 'microphone'} />
      {t('live.mute')}
      <span className="visually-hidden"> {t('live.muteWhat')}</span>
      <Kbd keys={keysOf('mute')} toldElsewhere />
    </button>
  )
}

function PauseButton({ hearing: { meetingId, paused } }: { readonly hearing: Hearing }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const ready = useReady(meetingId)
  const turn = (): void => void (paused ? actions.resume(meetingId) : actions.pause(meetingId))
  useShortcut('pause', ready ? turn : null)
  return (
    <button
      type="button"
      className={paused ? 'button primary' : 'button'}
      aria-keyshortcuts={toldKeys('pause')}
      disabled={!ready}
      onClick={turn}
    >
      <Symbol name={paused ? 'resume' : 'pause'} />
      {paused ? t('live.resume') : t('live.pause')}
      <Kbd keys={keysOf('pause')} toldElsewhere />
    </button>
  )
}

function StopButton({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
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
      {stopping ? t('live.stopping') : t('live.stop')}
    </button>
  )
}
