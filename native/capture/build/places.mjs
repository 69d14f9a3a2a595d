// Where things lie. The layout inside is the speech addon's, whose build modules put things there.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** native/capture */
export const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

export const addonFile = 'capture.node'

/** `root` is native/capture, or a copy of its layout in a test; the speech addon lies beside it. */
export function recognitionOf(root) {
  return path.join(root, '..', 'recognition')
}

/** One cached addon: the hash of its sources is part of the name, so old ones are never taken for new ones. */
export function cachedFolder(cache, target, hash) {
  return path.join(cache, `capture-${target}-${hash}`)
}
