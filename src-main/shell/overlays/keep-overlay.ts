/** One small window over the others: made when it is first shown, and gone when it is not. */
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { Rectangle } from '../windows/place-window.ts'
import type { WindowName, WindowPlaces } from '../windows/window-places.ts'
import { pagePreferences } from '../windows/window.ts'
import { overlayOptions } from './overlay-windows.ts'

export type OverlayWindow = Pick<
  BrowserWindow,
  | 'destroy'
  | 'getBounds'
  | 'loadURL'
  | 'on'
  | 'once'
  | 'setAlwaysOnTop'
  | 'setBounds'
  | 'setContentProtection'
  | 'setIgnoreMouseEvents'
  | 'setVisibleOnAllWorkspaces'
  | 'showInactive'
>

export interface OverlayParts {
  readonly createOverlay: (options: BrowserWindowConstructorOptions) => OverlayWindow
  readonly preload: string
  readonly places: WindowPlaces
}

interface Look {
  readonly bounds: Rectangle
  readonly clickThrough: boolean
  /** It is not in what others see of a shared screen. */
  readonly hidden: boolean
}

export interface Overlay {
  /** Shows it as it is to look, or puts it away for null. */
  show(look: Look | null): void
  isShown(): boolean
}

export function keepOverlay(
  parts: OverlayParts,
  name: Exclude<WindowName, 'main'>,
  { title, address }: { readonly title: string; readonly address: string },
): Overlay {
  let window: OverlayWindow | null = null
  let shown = ''

  function open(bounds: Rectangle): OverlayWindow {
    const options = overlayOptions(title, bounds, pagePreferences(parts.preload))
    const opened = parts.createOverlay(options)
    // Over what fills the screen, too: that is where presentations are.
    opened.setAlwaysOnTop(true, 'screen-saver')
    opened.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true })
    opened.once('ready-to-show', () => opened.showInactive())
    opened.on('moved', () => parts.places.write(name, { ...opened.getBounds(), maximized: false }))
    opened.on('closed', () => {
      if (window === opened) window = null
    })
    void opened.loadURL(address)
    return opened
  }

  return {
    isShown: () => window !== null,
    show(look) {
      if (look === null) {
        const leaving = window
        window = null
        leaving?.destroy()
        return
      }
      const now = JSON.stringify(look)
      if (window === null) window = open(look.bounds)
      else if (now === shown) return
      else window.setBounds(look.bounds)
      window.setContentProtection(look.hidden)
      window.setIgnoreMouseEvents(look.clickThrough, { forward: true })
      shown = now
    },
  }
}
