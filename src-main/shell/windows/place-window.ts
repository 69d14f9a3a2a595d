/** Where a window stands when it is opened again: as it was left, and always where it can be reached. */

interface Size {
  readonly width: number
  readonly height: number
}

export interface Rectangle extends Size {
  readonly x: number
  readonly y: number
}

export interface Placed extends Rectangle {
  readonly maximized: boolean
}

/** So much of the window's head must lie on a screen, or nobody could take hold of it. */
const graspWidth = 120
const graspHeight = 32

/** `areas`: the screens without their taskbars, the main one first. */
export function placeWindow(kept: Placed | null, size: Size, areas: readonly Rectangle[]): Placed {
  const [main = { x: 0, y: 0, ...size }] = areas
  if (kept === null) return { ...centred(size, main), maximized: false }
  const { maximized } = kept
  for (const area of areas) {
    const fitting = { ...kept, ...shrunk(kept, area) }
    // Nothing above the screen: the head of the window is there.
    if (isReachable(fitting, area)) return { ...fitting, y: Math.max(kept.y, area.y) }
  }
  return { ...centred(kept, main), maximized }
}

function isReachable({ x, y, width }: Rectangle, area: Rectangle): boolean {
  const across = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
  const isLow = y + graspHeight > area.y + area.height
  return across >= Math.min(graspWidth, width) && y > area.y - graspHeight && !isLow
}

function centred(wanted: Size, area: Rectangle): Rectangle {
  const { width, height } = shrunk(wanted, area)
  const x = area.x + Math.round((area.width - width) / 2)
  return { x, y: area.y + Math.round((area.height - height) / 2), width, height }
}

function shrunk({ width, height }: Size, area: Size): Size {
  return { width: Math.min(width, area.width), height: Math.min(height, area.height) }
}

/** What was kept of a window; null where that cannot be understood. */
export function parsePlaced(value: unknown): Placed | null {
  if (typeof value !== 'object' || value === null) return null
  const { x, y, width, height, maximized } = value as Readonly<Record<string, unknown>>
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return null
  if (width < 50 || height < 20) return null
  return { x, y, width, height, maximized: maximized === true }
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) < 100_000
}
