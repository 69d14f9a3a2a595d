import type { Archive } from './archive.zip.ts'

/** An empty archive. The library that packs it is only loaded for one. */
export async function openArchive(): Promise<Archive> {
  const { archive } = await import('./archive.zip.ts')
  return archive()
}
