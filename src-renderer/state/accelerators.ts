/** Shortcuts that work with no window open, as Electron writes them: made of keys that are pressed, and compared. */
import type { GlobalShortcuts } from '#contract/settings.ts'

/** What a key press says of itself. */
export type PressedKeys = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>

/** `incomplete`: only Control and the like so far. `bare`: a key alone would be taken from every other program. */
export type PressedShortcut =
  | { readonly keys: string }
  | { readonly refused: 'incomplete' | 'bare' | 'unknown' }

const modifierKeys: readonly string[] = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'OS']

/** Names of keys that write no letter. */
const named: Readonly<Record<string, string>> = {
  Space: 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  Delete: 'Delete',
}

export function shortcutOf(press: PressedKeys, isMac: boolean): PressedShortcut {
  if (modifierKeys.includes(press.key)) return { refused: 'incomplete' }
  const key = keyOf(press)
  if (key === null) return { refused: 'unknown' }
  const modifiers = [
    ...((isMac ? press.metaKey : press.ctrlKey) ? ['CommandOrControl'] : []),
    ...(isMac && press.ctrlKey ? ['Control'] : []),
    ...(!isMac && press.metaKey ? ['Super'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
  ]
  const isFunction = /^F\d+$/.test(key)
  const onlyShift = modifiers.every((one) => one === 'Shift')
  if (onlyShift && !isFunction) return { refused: 'bare' }
  return { keys: [...modifiers, key].join('+') }
}

/** By the place of the key, so that Alt and other scripts do not change it. */
function keyOf({ code, key }: PressedKeys): string | null {
  const [, letter = null] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.filter(Boolean) ?? []
  if (letter !== null) return letter
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key
  return named[code] ?? null
}

type Name = keyof GlobalShortcuts

/** Names whose keys another one has as well. */
export function conflicts(shortcuts: GlobalShortcuts): ReadonlySet<Name> {
  const names = Object.keys(shortcuts) as Name[]
  return new Set(
    names.filter((name) =>
      names.some(
        (other) => other !== name && shortcuts[name] !== null && same(shortcuts, name, other),
      ),
    ),
  )
}

function same(shortcuts: GlobalShortcuts, one: Name, other: Name): boolean {
  return normal(shortcuts[one]) === normal(shortcuts[other])
}

/** The same keys in another order are the same keys. */
function normal(keys: string | null): string {
  return (keys ?? '').toLowerCase().split('+').toSorted().join('+')
}

const macSigns: Readonly<Record<string, string>> = {
  CommandOrControl: '⌘',
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
}
const otherSigns: Readonly<Record<string, string>> = { CommandOrControl: 'Ctrl', Super: 'Win' }

/** The keys as they are written on this computer's keyboard. */
export function writtenKeys(keys: string, isMac: boolean): string {
  const signs = isMac ? macSigns : otherSigns
  return keys
    .split('+')
    .map((part) => signs[part] ?? part)
    .join(isMac ? '' : ' + ')
}
