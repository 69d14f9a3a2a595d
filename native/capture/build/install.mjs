// Run by npm after an installation, under Node 20 or newer: puts a usable capture addon into out/<platform>-<arch>/, or
// leaves one sentence there that says what is missing. It never fails the installation and never needs the network.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { installAddon, installHere } from '../../recognition/build/install-addon.mjs'
import { readPins } from '../../recognition/build/pins.mjs'
import { run } from '../../recognition/build/run.mjs'
import { compile } from './compile.mjs'
import { addonFile, cachedFolder, home, recognitionOf } from './places.mjs'
import { obstacleTo } from './plan.mjs'
import { sourceHash } from './source-hash.mjs'

const name = 'capture addon'

/** Returns what was done: 'keep', 'copy', 'compile' or 'missing'. */
export async function install(where) {
  const { root, platform, arch } = where
  const pins = readPins(recognitionOf(root))
  const hash = sourceHash({ root, pins, platform })
  const addon = {
    name,
    seconds: 10,
    hash,
    cachedFolder,
    obstacleTo: (compiler) => obstacleTo({ platform, arch, compiler }),
    compile: ({ compiler, into }) => compile({ root, pins, hash, compiler, into }),
    // Everything that it needs is inside it.
    complete: () => {},
    tryOut,
  }
  return installAddon(addon, where)
}

/** Loads the addon in a process of its own, so that a folder that cannot work is never put in place. */
async function tryOut(folder) {
  const file = JSON.stringify(path.join(folder, addonFile))
  await run(process.execPath, ['--eval', `process.dlopen(module, ${file})`])
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await installHere({ name, home, install })
}
