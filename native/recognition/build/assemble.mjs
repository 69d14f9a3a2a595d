// A usable folder: the addon, its stamp, and the compute libraries that it loads from beside itself.
import { copyFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { checkPin } from './pins.mjs'
import { run } from './run.mjs'
import { addonFile } from './places.mjs'

/** Copies every file of `from` (an addon with its stamp, or a whole prebuild) into `into`. */
export function copyFiles(from, into) {
  for (const name of readdirSync(from)) copyFileSync(path.join(from, name), path.join(into, name))
}

/**
 * On Linux the base and CPU libraries come from their pinned package. A prebuild for Windows brings its own: the CPU
 * libraries of that package are compiled without optimisation and 20 times slower.
 */
export function copyLibraries({ root, pins, target, into }) {
  const pin = pins.libraries[target]
  if (target.startsWith('win32')) return
  const checked = checkPin(pin, root)
  if (checked.problem) throw new Error(checked.problem)
  for (const name of Object.keys(pin.files)) {
    copyFileSync(path.join(checked.folder, name), path.join(into, path.basename(name)))
  }
}

/** Loads the addon in a process of its own, so that a folder that cannot work is never put in place. */
export async function tryOut(folder) {
  const script = `process.dlopen(module, ${JSON.stringify(path.join(folder, addonFile))}); module.exports.loadBackends(${JSON.stringify(folder)}, [])`
  await run(process.execPath, ['--eval', script])
}
