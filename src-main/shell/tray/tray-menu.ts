/** What can be done from the tray at this moment. */
import type { GlobalShortcuts } from '#contract/settings.ts'
import type { DesktopState } from '../state/desktop-state.ts'
import { hearsMe, recordingOf } from '../state/recording.ts'
import type { Texts } from '../texts/texts.ts'

/** Everything that tray, shortcuts, menus and notifications can ask for. */
export type Act = keyof Texts['act']

export interface MenuEntry {
  readonly act: Act
  readonly label: string
  readonly enabled: boolean
  /** Null: it is no switch. */
  readonly checked: boolean | null
  /** Keys that do the same everywhere. */
  readonly keys: string | null
}

interface Shown {
  readonly captions: boolean
}

/** Groups of entries, with a line between them. */
export function trayMenu(
  state: DesktopState,
  { captions }: Shown,
  texts: Texts,
): ReadonlyArray<readonly MenuEntry[]> {
  const { shortcuts } = state.settings
  const isHere = state.engine === 'here'
  const recording = recordingOf(state)
  const entry = (act: Act, change: Partial<MenuEntry> = {}): MenuEntry => {
    const { [act as keyof GlobalShortcuts]: keys = null } = shortcuts
    return { act, label: texts.act[act], enabled: true, checked: null, keys, ...change }
  }
  const window = [entry('open'), entry('quit')]
  const overlay = entry('captions', { checked: captions, enabled: isHere })
  if (!recording?.hearing) return [[entry('record', { enabled: isHere })], [overlay], window]
  const { paused, microphoneMuted } = recording.hearing
  return [
    [
      entry('stop', { keys: shortcuts.record }),
      entry(paused ? 'resume' : 'pause'),
      entry('muteMe', { checked: microphoneMuted, enabled: hearsMe(recording) }),
      entry('bookmark', { enabled: !paused }),
    ],
    [overlay],
    window,
  ]
}
