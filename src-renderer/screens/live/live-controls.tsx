import { Bookmark, Mic, MicOff, Pause, PencilLine, Play, Square } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Hearing } from '#contract/hearing.ts'
import type { Meeting } from '#contract/meeting.ts'
import { useApp, useAppState, useSpeech } from '../../pieces/app-context.ts'
import { Button } from '../../pieces/button.tsx'
import { useShortcut } from '../../pieces/use-shortcut.ts'
import { useHeardMs } from './use-heard-ms.ts'

interface Props {
  readonly meeting: Meeting
  /** Null where no devices are heard: then there is nothing to mute or pause. */
  readonly hearing: Hearing | null
  /** Brings whoever writes to the field for notes. */
  readonly onNote: () => void
}

/** What can be done with a recording while it goes on. */
export function LiveControls({ meeting, hearing, onNote }: Props) {
  const { t } = useSpeech()
  return (
    <div className="flex flex-wrap gap-2 @max-[34rem]/live:[&_kbd]:hidden">
      <StopButton meeting={meeting} />
      {hearing && <PauseButton hearing={hearing} />}
      {hearing?.tracks.some(({ track }) => track === 'me') && <MuteButton hearing={hearing} />}
      <BookmarkButton meeting={meeting} />
      <Button icon={PencilLine} shortcut="note" onClick={onNote}>
        <Label>{t('notes.note')}</Label>
      </Button>
    </div>
  )
}

/** Where there is little room, or the text is large, the drawing says it and the text is left to screen readers. */
function Label({ children }: { readonly children: ReactNode }) {
  return <span className="@max-[34rem]/live:sr-only">{children}</span>
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
    <Button
      kind={microphoneMuted ? 'danger' : 'plain'}
      icon={microphoneMuted ? MicOff : Mic}
      shortcut="mute"
      aria-pressed={microphoneMuted}
      disabled={!ready}
      onClick={mute}
    >
      <Label>{t('live.mute')}</Label>
      <span className="sr-only"> {t('live.muteWhat')}</span>
    </Button>
  )
}

function PauseButton({ hearing: { meetingId, paused } }: { readonly hearing: Hearing }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const ready = useReady(meetingId)
  const turn = (): void => void (paused ? actions.resume(meetingId) : actions.pause(meetingId))
  useShortcut('pause', ready ? turn : null)
  return (
    <Button
      kind={paused ? 'primary' : 'plain'}
      icon={paused ? Play : Pause}
      shortcut="pause"
      disabled={!ready}
      onClick={turn}
    >
      <Label>{paused ? t('live.resume') : t('live.pause')}</Label>
    </Button>
  )
}

function StopButton({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const stopping = useAppState(({ tasks }) => tasks[meeting.id] === 'stop')
  const connected = useAppState(({ link }) => link === 'connected')
  const stop = (): void => void actions.stop(meeting.id)
  const ready = connected && !stopping
  useShortcut('stop', ready ? stop : null)
  return (
    <Button kind="danger" icon={Square} shortcut="stop" disabled={!ready} onClick={stop}>
      {stopping ? t('live.stopping') : t('live.stop')}
    </Button>
  )
}

/** Also while the connection is lost: the moment is kept here until it can be kept there. */
function BookmarkButton({ meeting }: { readonly meeting: Meeting }) {
  const { t } = useSpeech()
  const { actions } = useApp()
  const heardMs = useHeardMs(meeting)
  const set = (): void => void actions.bookmark(meeting.id, heardMs())
  useShortcut('bookmark', set)
  return (
    <Button icon={Bookmark} shortcut="bookmark" onClick={set}>
      <Label>{t('notes.bookmark')}</Label>
    </Button>
  )
}
