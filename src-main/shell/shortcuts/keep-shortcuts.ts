/** Takes the keys that are wanted from the system, and says which of them another program has. */
import type { GlobalShortcut } from 'electron'
import type { Settings } from '#contract/settings.ts'
import { type ShortcutName, wantedShortcuts } from './plan-shortcuts.ts'

interface Parts {
  readonly globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister'>
  readonly onPressed: (name: ShortcutName) => void
  readonly onConflict: (keys: readonly string[]) => void
}

/** Call the answer with the settings whenever they may have changed. */
export function keepShortcuts(parts: Parts): (settings: Settings) => void {
  const { globalShortcut, onPressed, onConflict } = parts
  let wanted: ReadonlyMap<string, ShortcutName> = new Map()
  const held = new Set<string>()

  function take(keys: string): boolean {
    try {
      // What the keys do is looked up when they are pressed: the settings may have given them another duty.
      return globalShortcut.register(keys, () => {
        const name = wanted.get(keys)
        if (name) onPressed(name)
      })
    } catch {
      return false // no keys that this system knows
    }
  }

  return (settings) => {
    const before = wanted
    wanted = wantedShortcuts(settings)
    for (const keys of [...held]) {
      if (wanted.has(keys)) continue
      globalShortcut.unregister(keys)
      held.delete(keys)
    }
    const refused: string[] = []
    for (const keys of wanted.keys()) {
      if (held.has(keys)) continue
      if (take(keys)) held.add(keys)
      else if (!before.has(keys)) refused.push(keys)
    }
    if (refused.length > 0) onConflict(refused)
  }
}
