/** The two small windows over all others: captions, and the pill that says that something is recorded. */
import type { BrowserWindowConstructorOptions } from 'electron'
import type { Captions } from '#contract/settings.ts'
import { type Placed, placeWindow, type Rectangle } from '../windows/place-window.ts'

/** Lines that the captions show, and the share of a line's height between them. */
const lines = 3
const lineShare = 1.4
const padding = 28
const narrowest = 480

const pillSize = { width: 252, height: 48 }
const margin = 16

/** Where the captions stand. Where they were put counts only while they may be put anywhere. */
export function placeCaptions(
  { sizePx, position }: Captions,
  kept: Placed | null,
  areas: readonly Rectangle[],
): Rectangle {
  const [main = { x: 0, y: 0, width: 1280, height: 720 }] = areas
  const width = Math.min(main.width, Math.max(narrowest, Math.round(main.width * 0.6)))
  const height = Math.min(main.height, Math.round(lines * sizePx * lineShare) + padding)
  if (position === 'free' && kept) {
    const { x, y } = placeWindow({ ...kept, width, height }, { width, height }, areas)
    return { x, y, width, height }
  }
  const x = main.x + Math.round((main.width - width) / 2)
  const below = main.y + main.height - height - margin
  return { x, y: Math.max(main.y, position === 'top' ? main.y + margin : below), width, height }
}

/** The pill stands in the upper right corner until it is drawn elsewhere. */
export function placePill(kept: Placed | null, areas: readonly Rectangle[]): Rectangle {
  const [main = { x: 0, y: 0, width: 1280, height: 720 }] = areas
  const corner = { x: main.x + main.width - pillSize.width - margin, y: main.y + margin }
  if (kept === null) return { ...corner, ...pillSize }
  const { x, y } = placeWindow({ ...kept, ...pillSize }, pillSize, areas)
  return { x, y, ...pillSize }
}

/** A window that lies over the others and never takes the keyboard from them. */
export function overlayOptions(
  title: string,
  bounds: Rectangle,
  webPreferences: BrowserWindowConstructorOptions['webPreferences'],
): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    title,
    show: false,
    frame: false,
    transparent: true,
    // Windows paints a transparent window black while it is being drawn larger.
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    focusable: false,
    hasShadow: false,
    acceptFirstMouse: true,
    ...(webPreferences ? { webPreferences } : {}),
  }
}
