/** Finds the GPU compute libraries in the optional packages that belong to the pinned release. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Vulkan comes first: it runs on every maker's cards and needs nothing that is not part of a graphics driver. */
export const gpuKinds = ['vulkan', 'cuda'] as const
export type GpuKind = (typeof gpuKinds)[number]

interface Unusable {
  readonly kind: GpuKind
  readonly library: string
  readonly reason: string
}

export interface GpuLibraries {
  readonly usable: ReadonlyArray<{ readonly kind: GpuKind; readonly library: string }>
  readonly unusable: readonly Unusable[]
}

/**
 * Looks at files only, so any process may ask. `version` is the pinned one: a library of another release would mix
 * with our base library without a word.
 */
export function findGpuLibraries(
  version: string,
  wanted: readonly GpuKind[] = gpuKinds,
): GpuLibraries {
  const usable: Array<GpuLibraries['usable'][number]> = []
  const unusable: Unusable[] = []
  for (const kind of wanted) {
    const folder = packageFolder(kind)
    if (folder === undefined) continue
    const installed = versionOf(folder)
    const library = path.join(folder, 'bins', path.basename(folder), libraryName(kind))
    if (installed !== version) {
      const reason = `it is of version ${installed}, and ${version} is needed`
      unusable.push({ kind, library, reason })
    } else if (existsSync(library)) {
      usable.push({ kind, library })
    } else {
      unusable.push({ kind, library, reason: 'the file is missing in its package' })
    }
  }
  return { usable, unusable }
}

function libraryName(kind: GpuKind): string {
  return process.platform === 'win32' ? `ggml-${kind}.dll` : `libggml-${kind}.so`
}

/** The packages export only their main file, which lies in dist/. */
function packageFolder(kind: GpuKind): string | undefined {
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
