import { useEffect } from 'react'
import { go } from '../state/navigation.ts'
import type { Route } from '../state/route.ts'

/** Keys that work everywhere: `/` goes to the screen's search field, Escape leads back to the library. */
export function usePageKeys(screen: Route['screen']): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('dialog[open]')) return
      if (event.key === '/' && !isTyping(event.target)) {
        const field = document.querySelector<HTMLInputElement>('input[type="search"]')
        if (!field) return
        event.preventDefault()
        field.focus()
        field.select()
      }
      if (event.key === 'Escape' && screen !== 'library') {
        go({ screen: 'library', query: '' })
      }
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [screen])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select')
}
