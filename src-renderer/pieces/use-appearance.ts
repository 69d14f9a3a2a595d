import { useSyncExternalStore } from 'react'
import { appearance, onAppearance } from '../client/dress-page.ts'
import type { Appearance } from '../state/appearance.ts'

/** The look that was chosen; `changeAppearance` chooses another. */
export function useAppearance(): Appearance {
  return useSyncExternalStore(onAppearance, appearance)
}
