import { useEffect, useRef } from 'react'

/**
 * Does something at Alt and a letter, wherever the focus is. A letter alone would do it to whoever dictates to the
 * computer. Null: nothing at the moment.
 */
export function useShortcut(letter: string, act: (() => void) | null): void {
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (!isPressed(event, letter) || event.repeat || !latest.current) return
      if (document.querySelector('dialog[open]')) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [letter])
}

function isPressed(event: KeyboardEvent, letter: string): boolean {
  // AltGr, which writes characters, reports Control as well.
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
  if (event.key.toLowerCase() === letter) return true
  // Alt makes another character on a Mac, and other scripts have no such letter: then the place of the key counts.
  return /[^\u0020-\u007e]/.test(event.key) && event.code === `Key${letter.toUpperCase()}`
}
