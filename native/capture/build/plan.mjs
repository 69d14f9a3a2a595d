// Why nothing can be compiled here, as one sentence that says what to do. Pure.

/** @returns {string | undefined} undefined if nothing stands in the way */
export function obstacleTo({ platform, arch, compiler }) {
  if (platform === 'win32') {
    return 'The capture addon for Windows is not in this checkout: run "npm run build:windows" on Linux or in WSL, copy native/capture/prebuilds here, then run "npm install" again.'
  }
  if (platform !== 'linux') {
    return `There is no capture addon for ${platform}-${arch} yet: RTSTT hears devices on Linux and Windows.`
  }
  if (compiler) return undefined
  return 'The capture addon must be compiled once, and a C++ compiler is missing: install g++ (Debian, Ubuntu: "apt install g++"), then run "npm install" again.'
}
