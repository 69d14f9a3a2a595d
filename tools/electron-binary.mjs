import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where Electron's package lies, or null where development packages were left out. */
export function electronFolder() {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return null
  }
}

/** Where Electron's binary lies, or null: its package fetches it on first use, where the network allows. */
export function electronBinary() {
  const folder = electronFolder()
  const pathFile = folder && join(folder, 'path.txt')
  if (!folder || !pathFile || !existsSync(pathFile)) return null
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(binary) ? binary : null
}
