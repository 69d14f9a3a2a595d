// What to do, given what is there. Pure, so that every case is a line in a table of its test.

/**
 * `hash` is that of the sources; `built`, `prebuilt` and `cached` are the hashes found in those places, or undefined.
 * `obstacle` is the sentence that says why the addon cannot be compiled here, or undefined.
 * @param {{ hash: string, built?: string | undefined, prebuilt?: string | undefined, cached?: string | undefined, obstacle?: string | undefined }} found
 */
export function plan({ hash, built, prebuilt, cached, obstacle }) {
  if (built === hash) return { action: 'keep' }
  if (prebuilt === hash) return { action: 'copy', from: 'prebuild' }
  if (cached === hash) return { action: 'copy', from: 'cache' }
  if (!obstacle) return { action: 'compile' }
  return { action: 'missing', reason: obstacle }
}

/** Why nothing can be compiled here, as one sentence that says what to do; undefined if nothing stands in the way. */
export function obstacleTo({ target, supported, compiler, git }) {
  if (!supported.includes(target)) {
    return `There is no speech addon for ${target} yet: RTSTT transcribes on ${supported.join(' and ')}.`
  }
  if (target.startsWith('win32')) {
    return 'The speech addon for Windows is not in this checkout: run "npm run build:windows" on Linux or in WSL, copy native/recognition/prebuilds here, then run "npm install" again.'
  }
  const absent = [compiler ? undefined : 'a C++ compiler', git ? undefined : 'git'].filter(Boolean)
  if (absent.length === 0) return undefined
  return `The speech addon must be compiled once, and ${absent.join(' and ')} ${absent.length > 1 ? 'are' : 'is'} missing: install g++ and git (Debian, Ubuntu: "apt install g++ git"), then run "npm install" again.`
}
