import { type RefObject, useEffect, useRef } from 'react'

/** Gives the focus to the text itself when the word that had it was scrolled away and is no longer drawn. */
export function useKeptFocus(list: RefObject<HTMLElement | null>): void {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const text = list.current
    if (last.current && !last.current.isConnected && document.activeElement === document.body)
      text?.focus({ preventScroll: true })
    last.current = text?.contains(document.activeElement) ? document.activeElement : null
  })
  useEffect(() => {
    const look = ({ target }: FocusEvent): void => {
      const inside = target instanceof Element && list.current?.contains(target)
      last.current = inside ? target : null
    }
    document.addEventListener('focusin', look)
    return () => document.removeEventListener('focusin', look)
  }, [list])
}
