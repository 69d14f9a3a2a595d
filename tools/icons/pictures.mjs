// The pictures of the program: what each is made of.
import { circle, grown, roundedSquare, stroke, triangle, united } from './shapes.mjs'

/** @typedef {import('./shapes.mjs').Layer} Layer */
/** @typedef {readonly [number, number, number]} Colour */

export const phases = /** @type {const} */ (['idle', 'recording', 'paused', 'warning'])

/** @type {Record<'green' | 'white' | 'ink' | 'red' | 'blue' | 'amber', Colour>} */
const colours = {
  green: [29, 106, 80],
  white: [255, 255, 255],
  ink: [27, 31, 30],
  red: [232, 62, 62],
  blue: [58, 123, 213],
  amber: [245, 168, 20],
}

/** Sound that becomes lines of text. */
const glyph = (/** @type {number} */ width) =>
  united(
    stroke(7, 14, 7, 18, width),
    stroke(12, 9.5, 12, 22.5, width),
    stroke(17, 12.5, 17, 19.5, width),
    stroke(22, 11.5, 24, 11.5, width),
    stroke(22, 16, 25.5, 16, width),
    stroke(22, 20.5, 24, 20.5, width),
  )

/** @returns {readonly Layer[]} */
export function appIcon() {
  return [
    { shape: roundedSquare(32, 8), colour: colours.green },
    { shape: glyph(2.6), colour: colours.white },
  ]
}

/** The mark over the picture in the tray's corner. Each has a form of its own, so that no colour is needed. */
const badges = {
  /** @returns {readonly Layer[]} */
  recording: (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) => [
    { shape: circle(x, y, r), colour: colours.red },
  ],
  /** @returns {readonly Layer[]} */
  paused: (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) => [
    { shape: circle(x, y, r), colour: colours.blue },
    {
      shape: united(
        stroke(x - r * 0.3, y - r * 0.42, x - r * 0.3, y + r * 0.42, r * 0.34),
        stroke(x + r * 0.3, y - r * 0.42, x + r * 0.3, y + r * 0.42, r * 0.34),
      ),
      colour: colours.white,
    },
  ],
  /** @returns {readonly Layer[]} */
  warning: (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) => [
    { shape: triangle(x, y + r * 0.22, r * 1.3, r * 0.2), colour: colours.amber },
    {
      shape: united(
        stroke(x, y - r * 0.36, x, y + r * 0.12, r * 0.3),
        circle(x, y + r * 0.56, r * 0.18),
      ),
      colour: colours.ink,
    },
  ],
}

/** What the tray shows on a taskbar of that colour. @returns {readonly Layer[]} */
export function trayIcon(
  /** @type {typeof phases[number]} */ phase,
  /** @type {'light' | 'dark'} */ taskbar,
) {
  const ink = taskbar === 'light' ? colours.ink : colours.white
  // Larger than in the program's own picture: there is no square around it.
  const large = (/** @type {number} */ x, /** @type {number} */ y) =>
    glyph(2.6)(16.3 + (x - 16) / 1.42, 16 + (y - 16) / 1.42) * 1.42
  /** @type {Layer} */
  const base = { shape: large, colour: ink }
  if (phase === 'idle') return [base]
  const [mark, ...rest] =
    phase === 'warning' ? badges.warning(21.7, 22.6, 7.5) : badges[phase](23, 23, 7.5)
  if (!mark) return [base]
  return [base, { shape: grown(mark.shape, 2), colour: 'hole' }, mark, ...rest]
}

/** What stands over the window's button. @returns {readonly Layer[]} */
export function overlayIcon(/** @type {Exclude<typeof phases[number], 'idle'>} */ phase) {
  return badges[phase](16, 16, phase === 'warning' ? 12 : 13)
}
