import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadTemplates, TemplateFile } from './templates.ts'

const longestBytes = 64_000
/** Names that are the same on every system. What is named otherwise is no template. */
const named = /^[a-z0-9][a-z0-9-]{0,63}\.md$/i

/** Reads them anew each time: they are few and small, and a user may be editing one. */
export function templateFiles(bundledFolder: string, ownFolder: string): ReadTemplates {
  return async () => [
    ...(await filesIn(bundledFolder, 'bundled')),
    ...(await filesIn(ownFolder, 'own')),
  ]
}

async function filesIn(folder: string, origin: TemplateFile['origin']): Promise<TemplateFile[]> {
  // Nobody has to have templates of their own.
  const names = await readdir(folder).catch(() => [])
  const templates = names.filter((name) => named.test(name)).toSorted((a, b) => (a < b ? -1 : 1))
  return Promise.all(
    templates.map(async (name) => ({
      id: name.slice(0, -'.md'.length).toLowerCase(),
      origin,
      text: await textOf(join(folder, name)),
    })),
  )
}

async function textOf(path: string): Promise<string | null> {
  try {
    const { size } = await stat(path)
    return size > longestBytes ? null : await readFile(path, 'utf8')
  } catch {
    // Told by whoever wants it: the others are as good as before.
    return null
  }
}
