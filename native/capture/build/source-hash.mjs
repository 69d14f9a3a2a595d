// The hash that ties a binary to what it was made from: our sources, the recipe, and what is borrowed from next door.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Files of `src/` that only one system compiles. */
const systems = { linux: /^(pulse-|device-clock)/, win32: /^(wasapi|win-)/ }
/** How they are compiled, and what only they borrow. */
const recipes = {
  linux: ['build/recipe.mjs', '../recognition/src/exports.map'],
  win32: ['build/recipe.mjs', 'build/windows-recipe.mjs', '../recognition/src/win-delay-hook.cc'],
}

/**
 * The files that decide what the binary of one system does, relative to native/capture, in a fixed order. The borrowed
 * headers are the speech addon's.
 */
export function sourceFiles(root, platform) {
  const foreign = Object.entries(systems).filter(([system]) => system !== platform)
  const sources = readdirSync(path.join(root, 'src'))
    .filter((name) => !foreign.some(([, files]) => files.test(name)))
    .map((name) => `src/${name}`)
  const headers = ['handles.h', 'js-values.h'].map((name) => `../recognition/src/${name}`)
  const own = recipes[platform] ?? []
  return [...sources, ...headers, ...own].toSorted((a, b) => (a < b ? -1 : 1))
}

/** `pins` are the speech addon's. Line ends do not count: a checkout on Windows has others than the one that built its prebuild. */
export function sourceHash({ root, pins, platform }) {
  const hash = createHash('sha256')
  for (const name of sourceFiles(root, platform)) {
    const text = readFileSync(path.join(root, name), 'utf8').replaceAll('\r\n', '\n')
    hash.update(`${name}\0${text.length}\0${text}`)
  }
  hash.update(JSON.stringify(pins.nodeApi))
  return hash.digest('hex').slice(0, 16)
}
