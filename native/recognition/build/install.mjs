// Run by npm after an installation, under Node 20 or newer: puts a usable speech addon into out/<platform>-<arch>/, or
// leaves one sentence there that says what is missing. It never fails the installation and never needs the network.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyLibraries, tryOut } from './assemble.mjs'
import { compile } from './compile.mjs'
import { installAddon, installHere } from './install-addon.mjs'
import { readPins } from './pins.mjs'
import { cachedFolder, home } from './places.mjs'
import { obstacleTo } from './plan.mjs'
import { isThere } from './run.mjs'
import { sourceHash } from './source-hash.mjs'

const name = 'speech addon'

/** Returns what was done: 'keep', 'copy', 'compile' or 'missing'. */
export async function install(where) {
  const { root, platform, arch } = where
  const target = `${platform}-${arch}`
  const hash = sourceHash(root)
  const pins = readPins(root)
  const addon = {
    name,
    seconds: 40,
    hash,
    cachedFolder,
    obstacleTo: async (compiler) =>
      obstacleTo({
        target,
        supported: Object.keys(pins.libraries),
        compiler,
        git: await isThere('git'),
      }),
    compile: ({ compiler, into }) => compile({ root, pins, target, hash, compiler, into }),
    complete: (folder) => copyLibraries({ root, pins, target, into: folder }),
    tryOut,
  }
  return installAddon(addon, where)
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await installHere({ name, home, install })
}
