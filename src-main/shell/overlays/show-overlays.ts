/** Captions, and the pill: when they are shown and how they look. */
import type { DesktopState } from '../state/desktop-state.ts'
import { recordingOf } from '../state/recording.ts'
import type { Texts } from '../texts/texts.ts'
import type { MainWindowParts } from '../windows/main-window.ts'
import { keepOverlay, type OverlayParts } from './keep-overlay.ts'
import { placeCaptions, placePill } from './overlay-windows.ts'

interface Rules {
  readonly texts: Texts
  /** Where the pages lie, ended by a slash. */
  readonly pages: string
  readonly isWindowOpen: () => boolean
}

export interface Overlays {
  show(state: DesktopState): void
  toggleCaptions(): void
  captionsShown(): boolean
  /** Says that speech is heard for another place. */
  readonly dictating: (isHearing: boolean) => void
}

export function showOverlays(
  parts: OverlayParts & Pick<MainWindowParts, 'areas'>,
  { texts, pages, isWindowOpen }: Rules,
): Overlays {
  const page = (name: string, title: string) => ({ title, address: `${pages}${name}` })
  const captions = keepOverlay(parts, 'captions', page('captions.html', texts.captionsTitle))
  const pill = keepOverlay(parts, 'pill', page('pill.html', texts.pillTitle))
  const listening = keepOverlay(parts, 'pill', page('pill.html#dictating', texts.act.dictate))
  let isWanted = false

  const pillLook = () => ({
    bounds: placePill(parts.places.read('pill'), parts.areas()),
    clickThrough: false,
  })

  return {
    captionsShown: () => isWanted,
    toggleCaptions: () => void (isWanted = !isWanted),
    dictating: (isHearing) => listening.show(isHearing ? { ...pillLook(), hidden: false } : null),
    show(state) {
      const { settings } = state
      const hidden = settings.hideFromSharing
      const bounds = placeCaptions(settings.captions, parts.places.read('captions'), parts.areas())
      const { clickThrough } = settings.captions
      captions.show(isWanted ? { bounds, clickThrough, hidden } : null)
      const isNeeded = recordingOf(state) !== null && !isWindowOpen()
      pill.show(isNeeded ? { ...pillLook(), hidden } : null)
    },
  }
}
