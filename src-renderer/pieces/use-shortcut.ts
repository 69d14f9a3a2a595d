import { useEffect, useRef } from 'react'
import { isPressed, isTyped, keysOf, type ShortcutId } from '../state/shortcuts.ts'
import { isMac } from './kbd.tsx'
import { offerByKeys, offersChanged } from './offers.ts'

/** Does something when the keys of a shortcut are pressed, wherever the focus is. Null: nothing at the moment. */
export function useShortcut(id: ShortcutId, act: (() => void) | null): void {
  const latest = useRef(act)
  const possible = act !== null
  useEffect(() => {
    latest.current = act
  })
  useEffect(offersChanged, [possible])
  useEffect(() => offerByKeys(id, () => latest.current), [id])
  useEffect(() => {
    const keys = keysOf(id)
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.repeat || !latest.current) return
      if (!isPressed(event, keys, isMac)) return
      if (isTyped(keys) && isTyping(event.target)) return
      if (somethingLiesOver()) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [id])
}

/** A dialog, a menu or the like has the keyboard to itself. */
function somethingLiesOver(): boolean {
  return document.querySelector('[data-over], dialog[open]') !== null
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select')
}
