// Draws the program's pictures into resources/icons. Run it after a change in tools/icons: node tools/make-icons.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appIcon, overlayIcon, phases, trayIcon } from './icons/pictures.mjs'
import { encodeIco, encodePng } from './icons/png.mjs'
import { paint } from './icons/shapes.mjs'
import { root } from './project-node.mjs'

/** Windows asks for these at 100, 125, 150, 200, 250 and 300 %. */
const traySizes = [16, 20, 24, 32, 40, 48]
const appSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256]

const folder = join(root, 'resources/icons')
mkdirSync(folder, { recursive: true })
const write = (/** @type {string} */ name, /** @type {Buffer} */ content) =>
  writeFileSync(join(folder, name), content)

/** A picture at its own size, and at twice that under the name that Electron looks for. */
function writePair(
  /** @type {string} */ name,
  /** @type {readonly import('./icons/shapes.mjs').Layer[]} */ layers,
  /** @type {number} */ size,
) {
  write(`${name}.png`, encodePng(paint(layers, size)))
  write(`${name}@2x.png`, encodePng(paint(layers, size * 2)))
}

write('icon.png', encodePng(paint(appIcon(), 512)))
write('icon.ico', encodeIco(appSizes.map((size) => paint(appIcon(), size))))
for (const phase of phases) {
  for (const taskbar of /** @type {const} */ (['light', 'dark'])) {
    const layers = trayIcon(phase, taskbar)
    write(`tray-${phase}-${taskbar}.ico`, encodeIco(traySizes.map((size) => paint(layers, size))))
    writePair(`tray-${phase}-${taskbar}`, layers, 24)
  }
  if (phase !== 'idle') writePair(`overlay-${phase}`, overlayIcon(phase), 16)
}
