import { go } from '../state/navigation.ts'
import type { Route } from '../state/route.ts'
import { useShortcut } from './use-shortcut.ts'

/** Keys that work everywhere: to the screen's search field, and back to the library. */
export function usePageKeys(screen: Route['screen']): void {
  useShortcut('search', goToSearch)
  useShortcut('back', screen === 'library' ? null : () => go({ screen: 'library', query: '' }))
}

/** To the field that searches what the screen shows; where there is none, to the one that searches everything. */
export function goToSearch(): void {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]')
  field?.focus()
  field?.select()
}
