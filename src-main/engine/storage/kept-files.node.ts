import { lstat, readdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { removeFolder } from '../audio/remove-sound.node.ts'
import type { FolderBytes, KeptFiles, Leftover } from './kept-files.ts'

export interface KeptFilesOptions {
  readonly folder: string
  /** Where scratch folders are made. */
  readonly temporary: string
  readonly nowMs: () => number
  /** Whether a program works in this folder, if it is that of a recording. */
  readonly isClaimed: (folder: string) => boolean
}

/** What changed more recently may belong to a program that is at work. */
const restMs = 24 * 60 * 60 * 1000

const recordingName = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

export function keptFiles(options: KeptFilesOptions): KeptFiles {
  const { folder, temporary } = options
  return {
    folder,
    logFile: join(folder, 'logs', 'rtstt.log'),
    measure: () => measure(folder),
    async databaseBytes() {
      const names = (await namesIn(folder)).filter((name) => kindOf(name) === 'database')
      const sizes = await Promise.all(names.map((name) => sizeOf(join(folder, name))))
      return sizes.reduce((sum, { bytes }) => sum + bytes, 0)
    },
    async freeBytes() {
      try {
        const { bavail, bsize } = await statfs(folder)
        return bavail * bsize
      } catch {
        // Some network drives do not tell.
        return null
      }
    },
    async leftovers(isKept) {
      const recordings = join(folder, 'recordings')
      const unfinished = /\.\d+\.tmp$/
      return [
        ...(await resting(
          recordings,
          options,
          (name) => recordingName.test(name) && !isKept(name),
        )),
        ...(await resting(temporary, options, (name) => name.startsWith('rtstt-scratch-'))),
        ...(await resting(join(folder, 'models'), options, (name) => unfinished.test(name))),
        ...(await resting(join(folder, 'templates'), options, (name) => unfinished.test(name))),
      ]
    },
    async remove({ path }) {
      if (options.isClaimed(path)) return false
      await removeFolder(path)
      return true
    },
  }
}

async function measure(folder: string): Promise<FolderBytes> {
  const sums = { database: 0, sound: 0, models: 0, other: 0 }
  for (const name of await namesIn(folder)) {
    const { bytes } = await sizeOf(join(folder, name))
    sums[kindOf(name)] += bytes
  }
  return sums
}

function kindOf(name: string): keyof FolderBytes {
  if (name.startsWith('rtstt.sqlite')) return 'database'
  if (name === 'recordings') return 'sound'
  return name === 'models' ? 'models' : 'other'
}

/** What is meant in `folder` and was left alone for long. */
async function resting(
  folder: string,
  { nowMs }: Pick<KeptFilesOptions, 'nowMs'>,
  isMeant: (name: string) => boolean,
): Promise<Leftover[]> {
  const found: Leftover[] = []
  for (const name of await namesIn(folder)) {
    if (!isMeant(name)) continue
    const path = join(folder, name)
    const { bytes, changedAtMs } = await sizeOf(path)
    if (nowMs() - changedAtMs >= restMs) found.push({ path, bytes })
  }
  return found
}

interface Size {
  readonly bytes: number
  /** When anything in it was written last. */
  readonly changedAtMs: number
}

/** Links count as what they are, not as what they lead to. What goes away meanwhile takes nothing. */
async function sizeOf(path: string): Promise<Size> {
  const entry = await lstat(path).catch(() => null)
  if (!entry) return { bytes: 0, changedAtMs: 0 }
  if (!entry.isDirectory()) return { bytes: entry.size, changedAtMs: entry.mtimeMs }
  const sizes: Size[] = []
  for (const name of await namesIn(path)) sizes.push(await sizeOf(join(path, name)))
  return {
    bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0),
    changedAtMs: Math.max(entry.mtimeMs, ...sizes.map(({ changedAtMs }) => changedAtMs)),
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}
