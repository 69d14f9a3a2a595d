// The hash that ties a binary to what it was made from: our sources, the pins and the recipe.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Files that decide what the binary does, relative to native/recognition, in a fixed order. */
export function sourceFiles(root) {
  const sources = readdirSync(path.join(root, 'src')).map((name) => `src/${name}`)
  return [...sources, 'pins.json', 'build/recipe.mjs', 'build/windows-cpu.mjs'].toSorted((a, b) =>
    a < b ? -1 : 1,
  )
}

/** Line ends do not count: a checkout on Windows has others than the machine that built its prebuild. */
export function sourceHash(root) {
  const hash = createHash('sha256')
  for (const name of sourceFiles(root)) {
    const text = readFileSync(path.join(root, name), 'utf8').replaceAll('\r\n', '\n')
    hash.update(`${name}\0${text.length}\0${text}`)
  }
  return hash.digest('hex').slice(0, 16)
}

export function fileHash(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
