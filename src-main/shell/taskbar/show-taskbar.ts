import type { BrowserWindow, NativeImage } from 'electron'
import type { DesktopState } from '../state/desktop-state.ts'
import type { Texts } from '../texts/texts.ts'
import { taskbarView } from './taskbar-view.ts'

/** Puts what is going on over the window's button. */
export function showTaskbar(
  window: Pick<BrowserWindow, 'setOverlayIcon' | 'setProgressBar'> | null,
  picture: (name: string) => NativeImage,
  state: DesktopState,
  texts: Texts,
): void {
  const { overlay, progress } = taskbarView(state, texts)
  window?.setProgressBar(progress)
  if (overlay === null) window?.setOverlayIcon(null, '')
  else window?.setOverlayIcon(picture(`overlay-${overlay.icon}`), overlay.description)
}
