// Shapes as signed distances: below zero inside. All lie in a square of 32 by 32.

/** @typedef {(x: number, y: number) => number} Shape */
/** @typedef {{ shape: Shape, colour: readonly [number, number, number] | 'hole' }} Layer */

/** @returns {Shape} */
export const circle =
  (/** @type {number} */ cx, /** @type {number} */ cy, /** @type {number} */ r) => (x, y) =>
    Math.hypot(x - cx, y - cy) - r

/** A line with round ends. @returns {Shape} */
export function stroke(
  /** @type {number} */ x1,
  /** @type {number} */ y1,
  /** @type {number} */ x2,
  /** @type {number} */ y2,
  /** @type {number} */ width,
) {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const square = dx * dx + dy * dy || 1
  return (x, y) => {
    const along = Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / square))
    return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) - width / 2
  }
}

/** @returns {Shape} */
export function roundedSquare(/** @type {number} */ size, /** @type {number} */ radius) {
  const half = size / 2
  return (x, y) => {
    const [qx, qy] = [Math.abs(x - 16) - half + radius, Math.abs(y - 16) - half + radius]
    return Math.hypot(Math.max(qx, 0), Math.max(qy, 0)) + Math.min(Math.max(qx, qy), 0) - radius
  }
}

/** A triangle that points up, with round corners. @returns {Shape} */
export function triangle(
  /** @type {number} */ cx,
  /** @type {number} */ cy,
  /** @type {number} */ r,
  /** @type {number} */ round,
) {
  const sides = [-150, -30, 90].map((degrees) => (degrees * Math.PI) / 180)
  const inner = (r - round) / 2
  return (x, y) =>
    Math.max(...sides.map((a) => (x - cx) * Math.cos(a) + (y - cy) * Math.sin(a) - inner)) - round
}

/** The same shape, so much larger on every side. @returns {Shape} */
export const grown = (/** @type {Shape} */ shape, /** @type {number} */ by) => (x, y) =>
  shape(x, y) - by

/** All of them together. @returns {Shape} */
export const united =
  (/** @type {readonly Shape[]} */ ...shapes) =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)))

/** Paints layers over each other. @returns {import('./png.mjs').Picture} */
export function paint(/** @type {readonly Layer[]} */ layers, /** @type {number} */ size) {
  const pixels = new Uint8Array(size * size * 4)
  const scale = size / 32
  for (let index = 0; index < size * size; index++) {
    const [x, y] = [((index % size) + 0.5) / scale, (Math.floor(index / size) + 0.5) / scale]
    let [r, g, b, alpha] = [0, 0, 0, 0]
    for (const { shape, colour } of layers) {
      const cover = Math.min(1, Math.max(0, 0.5 - shape(x, y) * scale))
      if (colour === 'hole') {
        alpha *= 1 - cover
        continue
      }
      const next = cover + alpha * (1 - cover)
      const part = next === 0 ? 0 : cover / next
      r += (colour[0] - r) * part
      g += (colour[1] - g) * part
      b += (colour[2] - b) * part
      alpha = next
    }
    pixels.set([r, g, b, alpha * 255].map(Math.round), index * 4)
  }
  return { size, pixels }
}
