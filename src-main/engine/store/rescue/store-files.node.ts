/** The files of a store, as files: set aside, and replaced by others in one step. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { moveNow } from '../../runtime/move-now.node.ts'
import { syncFile } from '../backup/copy-store.sqlite.ts'

const beside = ['', '-wal', '-shm', '-journal']

export const damagedIn = (data: string): string => join(data, 'damaged')

export function storeFiles(database: string): string[] {
  return beside.map((suffix) => database + suffix).filter((path) => existsSync(path))
}

/** Copies the files byte for byte; the folder has its name only when all of them are there. */
export function setAside(database: string, folder: string): void {
  const unfinished = `${folder}.${process.pid}.tmp`
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  copyStoreFiles(database, join(unfinished, basename(database)))
  moveNow(unfinished, folder)
}

/** Copies the files under another name. */
export function copyStoreFiles(database: string, to: string): void {
  for (const path of storeFiles(database)) {
    const copy = to + path.slice(database.length)
    copyFileSync(path, copy)
    syncFile(copy)
  }
}

export function removeStoreFiles(database: string): void {
  for (const suffix of beside) rmSync(database + suffix, { force: true, maxRetries: 5 })
}

/** What a kill left of a copy or a repair that was not finished. Whoever asks must have the folder alone. */
export function unfinishedIn(data: string): string[] {
  return [data, damagedIn(data), join(data, 'backups')].flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => /\.\d+\.tmp$/.test(name))
          .map((name) => join(folder, name))
      : [],
  )
}

/** A whole store that is to take the place of this one; by its name alone a kill is finished at the next start. */
const readyPath = (database: string): string => `${database}.ready`

export function isReplacing(database: string): boolean {
  return existsSync(readyPath(database))
}

/** From here on `made` is what counts. */
export function announceReplacement(database: string, made: string): void {
  moveNow(made, readyPath(database))
}

const restoredPath = (database: string): string => `${database}.restored`

export function isRestoring(database: string): boolean {
  return existsSync(restoredPath(database))
}

/** From here on `made` is what counts, and the wish for it is granted: it must not be granted again. */
export function announceRestore(database: string, made: string): void {
  moveNow(made, restoredPath(database))
}

/** A restore becomes a replacement like any other, once its wish is forgotten. */
export function settleRestore(database: string): void {
  moveNow(restoredPath(database), readyPath(database))
}

/** The log of the old store goes before the new one comes: it would be read as the new one's. */
export function replace(database: string): void {
  for (const suffix of beside.slice(1)) rmSync(database + suffix, { force: true, maxRetries: 5 })
  moveNow(readyPath(database), database)
}

export function bytesOfStore(database: string): number {
  return storeFiles(database).reduce((sum, path) => sum + statSync(path).size, 0)
}

/** The first page of a sound store, which tells where everything else is. */
export const firstPagePath = (data: string): string => join(data, 'backups', 'first-page')

const pageBytes = 4096

/** Kept beside the backups: what it says of the places of tables holds until the schema changes. */
export function keepFirstPage(database: string, kept: string): void {
  if (!existsSync(database)) return
  const page = readStart(database)
  if (page.length < pageBytes || (existsSync(kept) && page.equals(readFileSync(kept)))) return
  mkdirSync(dirname(kept), { recursive: true, mode: 0o700 })
  const unfinished = `${kept}.${process.pid}.tmp`
  writeFileSync(unfinished, page, { mode: 0o600 })
  moveNow(unfinished, kept)
}

/** Puts the page that was kept in the place of one that cannot be read. False: none was kept. */
export function giveFirstPage(kept: string, database: string): boolean {
  if (!existsSync(kept) || !existsSync(database)) return false
  const file = openSync(database, 'r+')
  try {
    writeSync(file, readFileSync(kept), 0, pageBytes, 0)
  } finally {
    closeSync(file)
  }
  return true
}

function readStart(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const page = Buffer.alloc(pageBytes)
    return page.subarray(0, readSync(file, page, 0, pageBytes, 0))
  } finally {
    closeSync(file)
  }
}
