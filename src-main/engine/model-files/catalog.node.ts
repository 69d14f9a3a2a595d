import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCatalog, type Catalog } from './catalog.ts'

/** Reads the catalogue that came with the program. */
export async function loadCatalog(bundledFolder: string): Promise<Catalog> {
  return parseCatalog(
    JSON.parse(await readFile(join(bundledFolder, 'models/catalog.json'), 'utf8')),
  )
}
