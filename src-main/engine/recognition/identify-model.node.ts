import { statSync } from 'node:fs'

/** Tells one content of a file from another without reading it: models are large. Null when there is no file. */
export function identifyModel(path: string): string | null {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat ? `${stat.size} ${stat.mtimeMs}` : null
}
