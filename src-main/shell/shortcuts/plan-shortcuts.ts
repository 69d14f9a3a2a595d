/** Which keys are to work everywhere, and what they do. */
import type { DesktopState } from '../state/desktop-state.ts'
import { recordingOf } from '../state/recording.ts'
import type { GlobalShortcuts, Settings } from '#contract/settings.ts'
import type { Act } from '../tray/tray-menu.ts'

export type ShortcutName = keyof GlobalShortcuts

/** The keys that are wanted. The same keys for two things count for the first of them. */
export function wantedShortcuts({
  shortcuts,
  dictate,
}: Settings): ReadonlyMap<string, ShortcutName> {
  const wanted = new Map<string, ShortcutName>()
  for (const name of ['record', 'muteMe', 'bookmark', 'captions', 'dictate'] as const) {
    const keys = shortcuts[name]
    if (keys !== null && !wanted.has(keys) && (name !== 'dictate' || dictate))
      wanted.set(keys, name)
  }
  return wanted
}

/** What a shortcut does at this moment; null: nothing. */
export function actOf(name: ShortcutName, state: DesktopState): Act | null {
  const recording = recordingOf(state)
  switch (name) {
    case 'record':
      return recording ? 'stop' : 'record'
    case 'muteMe':
    case 'bookmark':
      return recording ? name : null
    case 'captions':
    case 'dictate':
      return name
  }
}
