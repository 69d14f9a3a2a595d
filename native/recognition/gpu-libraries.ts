/** Finds the GPU compute libraries in the optional packages that belong to the pinned release. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export interface Unusable {
  readonly library: string
  readonly reason: string
}

export interface GpuLibraries {
  readonly usable: readonly string[]
  readonly unusable: readonly Unusable[]
}

/** Vulkan comes first: it runs on every maker's cards and needs nothing that is not part of a graphics driver. */
const kinds = ['vulkan', 'cuda'] as const

/** `version` is the pinned one: a library of another release would mix with our base library without a word. */
export function findGpuLibraries(version: string): GpuLibraries {
  const usable: string[] = []
  const unusable: Unusable[] = []
  for (const kind of kinds) {
    const folder = packageFolder(kind)
    if (folder === undefined) continue
    const installed = versionOf(folder)
    const library = path.join(folder, 'bins', path.basename(folder), libraryName(kind))
    if (installed !== version) {
      unusable.push({ library, reason: `it is of version ${installed}, and ${version} is needed` })
    } else if (existsSync(library)) {
      usable.push(library)
    } else {
      unusable.push({ library, reason: 'the file is missing in its package' })
    }
  }
  return { usable, unusable }
}

function libraryName(kind: string): string {
  return process.platform === 'win32' ? `ggml-${kind}.dll` : `libggml-${kind}.so`
}

/** The packages export only their main file, which lies in dist/. */
function packageFolder(kind: string): string | undefined {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = `@node-llama-cpp/${system}-${process.arch}-${kind}`
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined // not installed: it is an optional package
  }
}

function versionOf(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return String((manifest as { readonly version?: unknown }).version)
}
