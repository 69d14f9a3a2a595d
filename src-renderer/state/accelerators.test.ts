import { describe, expect, it } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import { conflicts, type PressedKeys, shortcutOf, writtenKeys } from './accelerators.ts'

const press = (code: string, key: string, held = ''): PressedKeys => ({
  code,
  key,
  ctrlKey: held.includes('c'),
  altKey: held.includes('a'),
  shiftKey: held.includes('s'),
  metaKey: held.includes('m'),
})

describe('pressed keys', () => {
  it.each([
    ['Control and Shift with a letter', press('KeyR', 'R', 'cs'), 'CommandOrControl+Shift+R'],
    ['Alt with a digit', press('Digit1', '¡', 'a'), 'Alt+1'],
    ['a letter of another script', press('KeyB', 'и', 'c'), 'CommandOrControl+B'],
    ['the Windows key', press('KeyD', 'd', 'm'), 'Super+D'],
    ['a function key alone', press('F9', 'F9'), 'F9'],
    ['an arrow', press('ArrowUp', 'ArrowUp', 'ca'), 'CommandOrControl+Alt+Up'],
    ['the space bar', press('Space', ' ', 'c'), 'CommandOrControl+Space'],
  ])('%s make a shortcut', (_, keys, shortcut) => {
    expect(shortcutOf(keys, false)).toEqual({ keys: shortcut })
  })

  it('are Command and Control apart on a Mac', () => {
    expect(shortcutOf(press('KeyR', 'r', 'mc'), true)).toEqual({
      keys: 'CommandOrControl+Control+R',
    })
  })

  it.each([
    ['nothing but Shift', press('ShiftLeft', 'Shift', 's'), 'incomplete'],
    ['a letter alone', press('KeyR', 'r'), 'bare'],
    ['a capital', press('KeyR', 'R', 's'), 'bare'],
    ['a dead key', press('BracketLeft', 'Dead', 'c'), 'unknown'],
  ] as const)('that are %s make none', (_, keys, refused) => {
    expect(shortcutOf(keys, false)).toEqual({ refused })
  })
})

it("two shortcuts of the same keys, in any order, are in each other's way; none is in nobody's", () => {
  const { shortcuts } = defaultSettings
  expect(conflicts(shortcuts).size).toBe(0)
  const twice = { ...shortcuts, muteMe: 'Shift+CommandOrControl+R', dictate: null, captions: null }
  expect([...conflicts(twice)].toSorted()).toEqual(['muteMe', 'record'])
})

it('keys are written as on the keyboard', () => {
  expect(writtenKeys('CommandOrControl+Shift+R', false)).toBe('Ctrl + Shift + R')
  expect(writtenKeys('CommandOrControl+Shift+R', true)).toBe('⌘⇧R')
})
