// Where things lie: the addon's folders in the checkout, and the cache of compiled addons in the user's home.
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** native/recognition */
export const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

export const addonFile = 'recognition.node'
/** Written last into every complete folder: which sources it was built from. */
export const stampFile = 'built.json'
/** Stands in the place of the addon when it could not be made, and says why. */
export const missingFile = 'missing.json'

/** `root` is native/recognition, or a copy of its layout in a test. */
export function outFolder(root, target) {
  return path.join(root, 'out', target)
}

export function prebuildFolder(root, target) {
  return path.join(root, 'prebuilds', target)
}

/** The folder for compiled addons of this user; RTSTT_NATIVE_CACHE names another one. */
export function cacheFolder({ platform, env, homeFolder }) {
  if (env.RTSTT_NATIVE_CACHE) return path.resolve(env.RTSTT_NATIVE_CACHE)
  if (platform === 'win32') {
    const local = env.LOCALAPPDATA || path.win32.join(homeFolder, 'AppData', 'Local')
    return path.win32.join(local, 'rtstt', 'native')
  }
  return path.join(env.XDG_CACHE_HOME || path.join(homeFolder, '.cache'), 'rtstt', 'native')
}

/** One cached addon: the hash of its sources is part of the name, so old ones are never taken for new ones. */
export function cachedFolder(cache, target, hash) {
  return path.join(cache, `recognition-${target}-${hash}`)
}
