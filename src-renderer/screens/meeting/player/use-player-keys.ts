import { useEffect } from 'react'
import type { SoundPlayer } from '../../../client/sound-player.ts'
import { useShortcut } from '../../../pieces/use-shortcut.ts'

/** How far the player goes at a key, in milliseconds. */
export const stepMs = 5_000

/** What has a use of its own for the space bar or the arrows. */
const ownKeys =
  'button, a, input, textarea, select, summary, [contenteditable], [role=slider], [role=tab], [role=menuitem], [role=option], [data-over]'

/** Plays and steps by keys, wherever the focus is: K, J and L, and the space bar and arrows where nothing else wants them. */
export function usePlayerKeys(player: SoundPlayer): void {
  useShortcut('hear', player.toggle)
  useShortcut('hearBack', () => player.step(-stepMs))
  useShortcut('hearForward', () => player.step(stepMs))
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.shiftKey || !(event.target instanceof Element)) return
      if (event.target.closest(ownKeys) || document.querySelector('[data-over]')) return
      const act = {
        ' ': player.toggle,
        ArrowLeft: () => player.step(-stepMs),
        ArrowRight: () => player.step(stepMs),
      }[event.key]
      if (!act || (event.key === ' ' && event.repeat)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [player])
}
