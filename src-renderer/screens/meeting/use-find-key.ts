import { goToSearch } from '../../pieces/use-page-keys.ts'
import { useShortcut } from '../../pieces/use-shortcut.ts'
import type { ChosenTab } from '../understood/use-tab.ts'

/** The keys of the browser's own search find in the whole text, of which the browser sees only a part. */
export function useFindKey({ isWide, choose }: ChosenTab): void {
  useShortcut('find', () => {
    if (!isWide) choose('transcript')
    // The field may have been hidden until now.
    requestAnimationFrame(goToSearch)
  })
}
