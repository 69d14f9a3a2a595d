/** Every key that does something, so that nobody takes one twice and all of them can be shown. */

export interface Shortcut {
  readonly id: string
  /** Joined by `+`: `Alt`, `Shift` and `Mod` (Control, or Command on a Mac), then the key as it is written. */
  readonly keys: string
  /** Where it acts. */
  readonly scope: 'everywhere' | 'live' | 'meeting'
}

/** The text of a shortcut has its id as key. A letter alone would act on whoever dictates to the computer: take Alt too. */
export const shortcuts = [
  { id: 'record', keys: 'Alt+R', scope: 'everywhere' },
  { id: 'palette', keys: 'Mod+K', scope: 'everywhere' },
  { id: 'search', keys: '/', scope: 'everywhere' },
  { id: 'back', keys: 'Escape', scope: 'everywhere' },
  { id: 'help', keys: '?', scope: 'everywhere' },
  { id: 'mute', keys: 'Alt+M', scope: 'live' },
  { id: 'pause', keys: 'Alt+P', scope: 'live' },
  { id: 'stop', keys: 'Alt+S', scope: 'live' },
  { id: 'bookmark', keys: 'Alt+B', scope: 'live' },
  { id: 'note', keys: 'Alt+N', scope: 'live' },
  { id: 'follow', keys: 'Alt+L', scope: 'live' },
  // As players everywhere have them; a stray one plays a sound and changes nothing.
  { id: 'hear', keys: 'K', scope: 'meeting' },
  { id: 'hearBack', keys: 'J', scope: 'meeting' },
  { id: 'hearForward', keys: 'L', scope: 'meeting' },
  { id: 'find', keys: 'Mod+F', scope: 'meeting' },
  { id: 'editText', keys: 'F2', scope: 'meeting' },
  { id: 'undo', keys: 'Mod+Z', scope: 'meeting' },
  { id: 'redo', keys: 'Mod+Shift+Z', scope: 'meeting' },
  { id: 'redoToo', keys: 'Mod+Y', scope: 'meeting' },
  { id: 'replace', keys: 'Mod+H', scope: 'meeting' },
] as const satisfies readonly Shortcut[]

export type ShortcutId = (typeof shortcuts)[number]['id']

export function keysOf(id: ShortcutId): string {
  return shortcuts.find((shortcut) => shortcut.id === id)?.keys ?? ''
}

/** What a key press says of itself. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'
>

/** Whether the keys are pressed, and no others with them. */
export function isPressed(press: KeyPress, keys: string, isMac: boolean): boolean {
  const { key, modifiers } = parse(keys)
  const letter = /^[A-Z0-9]$/.test(key)
  const wanted = {
    altKey: modifiers.includes('Alt'),
    ctrlKey: modifiers.includes('Mod') && !isMac,
    metaKey: modifiers.includes('Mod') && isMac,
    // A sign like `?` has its own way to be typed on every keyboard.
    shiftKey: letter || key.length > 1 ? modifiers.includes('Shift') : press.shiftKey,
  }
  // AltGr, which writes characters, reports Control as well.
  if (press.altKey !== wanted.altKey || press.ctrlKey !== wanted.ctrlKey) return false
  if (press.metaKey !== wanted.metaKey || press.shiftKey !== wanted.shiftKey) return false
  if (press.key.toLowerCase() === key.toLowerCase()) return true
  // Alt makes another character on a Mac, and other scripts have no such letter: then the place of the key counts.
  return letter && /[^\u0020-\u007e]/.test(press.key) && press.code === codeOf(key)
}

function codeOf(key: string): string {
  return /\d/.test(key) ? `Digit${key}` : `Key${key}`
}

function parse(keys: string): { readonly key: string; readonly modifiers: readonly string[] } {
  const parts = keys.split('+')
  return { key: parts.at(-1) ?? '', modifiers: parts.slice(0, -1) }
}

/** What a field undoes and makes again by itself. */
const ofFields: ReadonlySet<string> = new Set(['Mod+Z', 'Mod+Shift+Z', 'Mod+Y'])

/** Whether keys change what stands in a field; then they do nothing else while somebody types. */
export function isTyped(keys: string): boolean {
  return keys.length === 1 || ofFields.has(keys)
}

const macSigns: Readonly<Record<string, string>> = { Alt: '⌥', Mod: '⌘', Shift: '⇧' }
const otherSigns: Readonly<Record<string, string>> = { Mod: 'Ctrl' }
const keySigns: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** The keys as they are written on this computer's keyboard. */
export function shownKeys(keys: string, isMac: boolean): readonly string[] {
  const signs = isMac ? macSigns : otherSigns
  return keys.split('+').map((part) => signs[part] ?? keySigns[part] ?? part)
}

/** The same for a screen reader, as `aria-keyshortcuts` wants it. */
export function toldKeys(id: ShortcutId, isMac = false): string {
  return keysOf(id).replace('Mod', isMac ? 'Meta' : 'Control')
}
