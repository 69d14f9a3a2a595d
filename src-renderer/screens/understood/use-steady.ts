import { useEffect, useRef } from 'react'

/**
 * Keeps what somebody points at, or has the focus in, where it stands on the screen while more comes in above it. The
 * browser does so by itself, but not at the very top.
 */
export function useSteady() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const inside = box.current
    if (!inside) return
    let held: HTMLElement | null = null
    let top = 0
    const look = (): void => {
      if (getComputedStyle(inside).overflowY !== 'auto') return
      const focused = document.activeElement?.closest<HTMLElement>('[data-item]') ?? null
      const pointed = [...inside.querySelectorAll<HTMLElement>('[data-item]:hover')].at(-1) ?? null
      held = pointed ?? (inside.contains(focused) ? focused : null)
      top = held?.getBoundingClientRect().top ?? 0
    }
    const steady = new MutationObserver(() => {
      const moved = held?.isConnected ? held.getBoundingClientRect().top - top : 0
      if (moved !== 0) scrollBy(inside, moved)
      look()
    })
    steady.observe(inside, { childList: true, subtree: true, characterData: true })
    const moves = ['pointermove', 'pointerleave', 'focusin', 'focusout', 'scroll'] as const
    for (const move of moves) inside.addEventListener(move, look, { passive: true })
    window.addEventListener('scroll', look, { passive: true })
    return () => {
      steady.disconnect()
      for (const move of moves) inside.removeEventListener(move, look)
      window.removeEventListener('scroll', look)
    }
  }, [])
  return box
}

/** Where there is too little to scroll, room is made at the end. */
function scrollBy(inside: HTMLElement, distance: number): void {
  inside.style.paddingBottom = `${window.innerHeight + Math.abs(distance)}px`
  inside.scrollTop += distance
  const spare = inside.scrollHeight - inside.clientHeight - inside.scrollTop
  const needed = Number.parseFloat(inside.style.paddingBottom) - spare
  inside.style.paddingBottom = needed > 0 ? `${needed}px` : ''
}
