import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { overlayIcon, phases, trayIcon } from './icons/pictures.mjs'
import { encodePng } from './icons/png.mjs'
import { paint } from './icons/shapes.mjs'

const folder = join(import.meta.dirname, '../resources/icons')

it('has every picture that the shell asks for, in the sizes that Windows does', () => {
  const files = readdirSync(folder)
  for (const phase of phases)
    for (const taskbar of ['light', 'dark'])
      for (const end of ['.ico', '.png', '@2x.png'])
        expect(files).toContain(`tray-${phase}-${taskbar}${end}`)
  const sizesOf = (name: string) => {
    const ico = readFileSync(join(folder, name))
    return Array.from({ length: ico.readUInt16LE(4) }, (_, at) => ico[6 + 16 * at] || 256)
  }
  expect(sizesOf('tray-warning-dark.ico')).toEqual([16, 20, 24, 32, 40, 48])
  expect(sizesOf('icon.ico')).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
})

/** The rows of a picture as they were packed; packing itself may differ from one processor to the next. */
function rowsIn(png: Buffer): Buffer {
  const at = png.indexOf('IDAT')
  return inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)))
}

it('was drawn by what stands here', () => {
  const kept = readFileSync(join(folder, 'tray-warning-dark@2x.png'))
  const drawn = encodePng(paint(trayIcon('warning', 'dark'), 48))
  expect(rowsIn(kept).equals(rowsIn(drawn))).toBe(true)
})

/** How light each place of a picture is on a middling ground, 0 to 1. */
function greys(layers: Parameters<typeof paint>[0], size: number): readonly number[] {
  const { pixels } = paint(layers, size)
  return Array.from({ length: size * size }, (_, at) => {
    const [r = 0, g = 0, b = 0, alpha = 0] = pixels.subarray(at * 4, at * 4 + 4)
    const grey = (0.3 * r + 0.59 * g + 0.11 * b) / 255
    return (grey * alpha + 0.5 * (255 - alpha)) / 255
  })
}

const differing = (one: readonly number[], other: readonly number[]) =>
  one.filter((grey, at) => Math.abs(grey - (other[at] ?? 0)) > 0.2).length / one.length

it.each([
  ['recording', 'paused'],
  ['recording', 'warning'],
  ['paused', 'warning'],
] as const)('tells %s from %s without colour, at the smallest size', (one, other) => {
  const [a, b] = [greys(overlayIcon(one), 16), greys(overlayIcon(other), 16)]
  expect(differing(a, b)).toBeGreaterThan(0.05)
})
