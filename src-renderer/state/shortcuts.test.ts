import { describe, expect, it } from 'vitest'
import { isPressed, type KeyPress, shortcuts, shownKeys, toldKeys } from './shortcuts.ts'

function press(key: string, change: Partial<KeyPress> = {}): KeyPress {
  const free = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false }
  return { key, code: `Key${key.toUpperCase()}`, ...free, ...change }
}

describe('shortcuts', () => {
  it('are each there once', () => {
    const keys = shortcuts.map((shortcut) => shortcut.keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each<[string, string, KeyPress, boolean, boolean]>([
    ['the letter with Alt', 'Alt+R', press('r', { altKey: true }), false, true],
    ['a capital letter with Alt', 'Alt+R', press('R', { altKey: true }), false, true],
    ['the letter alone', 'Alt+R', press('r'), false, false],
    ['another letter', 'Alt+R', press('m', { altKey: true }), false, false],
    ['AltGr', 'Alt+R', press('r', { altKey: true, ctrlKey: true }), false, false],
    ['Alt on a Mac', 'Alt+R', press('®', { altKey: true, code: 'KeyR' }), true, true],
    ['a Cyrillic keyboard', 'Alt+R', press('к', { altKey: true, code: 'KeyR' }), false, true],
    ['Control', 'Mod+K', press('k', { ctrlKey: true }), false, true],
    ['Command', 'Mod+K', press('k', { metaKey: true }), true, true],
    ['Control on a Mac', 'Mod+K', press('k', { ctrlKey: true }), true, false],
    [
      'Shift where it is not asked for',
      'Mod+K',
      press('K', { ctrlKey: true, shiftKey: true }),
      false,
      false,
    ],
    ['a sign typed with Shift', '?', press('?', { shiftKey: true }), false, true],
    ['a sign typed without', '/', press('/'), false, true],
    ['Escape', 'Escape', press('Escape'), false, true],
    ['Escape with Shift', 'Escape', press('Escape', { shiftKey: true }), false, false],
  ])('%s', (_, keys, pressed, isMac, expected) => {
    expect(isPressed(pressed, keys, isMac)).toBe(expected)
  })

  it('are shown as the keyboard writes them', () => {
    expect(shownKeys('Mod+Shift+K', false)).toEqual(['Ctrl', 'Shift', 'K'])
    expect(shownKeys('Mod+Shift+K', true)).toEqual(['⌘', '⇧', 'K'])
    expect(shownKeys('Escape', false)).toEqual(['Esc'])
    expect(toldKeys('record')).toBe('Alt+R')
  })
})
