import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Text that changes when a graphics driver is installed, updated or removed. No library tells a driver's version, so
 * this looks at the files that every update replaces.
 */
export function graphicsDrivers(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): string {
  if (platform === 'win32') return windowsFiles(env).map(traceOf).join(' ')
  const kernelDriver = contentOf('/proc/driver/nvidia/version')
  const manifests = ['/usr/share/vulkan/icd.d', '/etc/vulkan/icd.d'].flatMap(filesIn)
  return [kernelDriver, ...manifests.map(traceOf)].join(' ')
}

/** The loaders that makers' installers put there; the display drivers' own folders have a name for each version. */
function windowsFiles(env: NodeJS.ProcessEnv): string[] {
  const system = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32')
  const loaders = ['nvcuda.dll', 'vulkan-1.dll'].map((name) => join(system, name))
  const displays = /^(nv_disp|nvmd|nvlt|u0|igdlh|iigd_dch|amdkm).*/i
  const folders = filesIn(join(system, 'DriverStore', 'FileRepository'))
  return [...loaders, ...folders.filter((path) => displays.test(path.split(/[\\/]/).at(-1) ?? ''))]
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .toSorted()
      .map((name) => join(folder, name))
  } catch {
    return [] // there is no such driver here
  }
}

function traceOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? `${path}:${stat.size}:${Math.round(stat.mtimeMs)}` : `${path}:-`
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return '-' // another driver, or none
  }
}
