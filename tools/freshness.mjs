import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project-node.mjs'

/**
 * Whether `built` is newer than everything it is made from. Paths are relative to the project.
 * @param {string} built
 * @param {readonly string[]} sources
 */
export function isFresh(built, sources) {
  const file = join(root, built)
  if (!existsSync(file)) return false
  const builtAt = statSync(file).mtimeMs
  return sources.every((source) => newestIn(join(root, source)) <= builtAt)
}

/** When the newest file at or below `path` was written, in milliseconds. */
function newestIn(/** @type {string} */ path) {
  if (!existsSync(path)) return 0
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return Math.max(0, ...files.map((file) => statSync(join(path, file)).mtimeMs))
}
