/**
 * Repairs a damaged store: its files are set aside as they are, what can be read of them becomes a new store, and that
 * takes their place in one step. Killed anywhere, it begins anew from the same files or goes on.
 */
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { DamageKind, Repair } from '#contract/backup.ts'
import { AppError } from '#contract/errors.ts'
import { backupPath, freeBytes, idAt, listBackups } from '../backup/backup-files.node.ts'
import { syncFile } from '../backup/copy-store.sqlite.ts'
import { errorCode } from '../storage-errors.ts'
import { type Db, openForCopying, openForRescue } from '../open-database.sqlite.ts'
import { damageOf, isDamage, type StoreHere } from './examine.sqlite.ts'
import { recover, type Recovered, type Sources } from './recover.sqlite.ts'
import { wishRemake, writeReport } from './damage-watch.node.ts'
import {
  announceReplacement,
  bytesOfStore,
  copyStoreFiles,
  damagedIn,
  firstPagePath,
  giveFirstPage,
  removeStoreFiles,
  setAside,
} from './store-files.node.ts'

export function repairStore(store: StoreHere, kind: DamageKind, nowMs: number): Repair {
  const { data, database } = store
  requireRoom(store)
  mkdirSync(damagedIn(data), { recursive: true, mode: 0o700 })
  const folder = newFolder(data, nowMs)
  setAside(database, folder)
  const work = `${database}.${process.pid}.tmp`
  rmSync(work, { recursive: true, force: true, maxRetries: 5 })
  mkdirSync(work, { mode: 0o700 })
  const made = join(work, 'made.sqlite')
  try {
    const repair = { at: new Date(nowMs).toISOString(), kind, folder, ...rescue(store, work, made) }
    writeReport(repair)
    wishRemake(data)
    syncFile(made)
    announceReplacement(database, made)
    return repair
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Named by the time; two repairs of one moment have two folders. */
function newFolder(data: string, nowMs: number): string {
  const folder = join(damagedIn(data), idAt(nowMs))
  return existsSync(folder) ? newFolder(data, nowMs + 1) : folder
}

type Rescued = Omit<Repair, 'at' | 'kind' | 'folder'>

/** Whatever stands in the damaged files, there is a store in the end: by a backup alone, or an empty one. */
function rescue(store: StoreHere, work: string, made: string): Rescued {
  const damaged = openDamaged(store, work)
  const backup = openBackup(store)
  try {
    const tries: Sources[] = [
      { damaged, backup: backup?.db ?? null },
      { damaged: null, backup: backup?.db ?? null },
      { damaged: null, backup: null },
    ]
    const found = firstThatHolds(tries, made, store.key)
    const usedBackup = found.counts.some(({ fromBackup }) => fromBackup > 0)
    return { ...found, backupOf: usedBackup ? (backup?.madeAt ?? null) : null, fromRecordings: 0 }
  } finally {
    damaged?.close()
    backup?.db.close()
  }
}

function firstThatHolds(
  tries: readonly Sources[],
  made: string,
  key: Uint8Array | null,
): Recovered {
  let failure: unknown = null
  for (const sources of tries) {
    try {
      removeStoreFiles(made)
      return recover(sources, made, key)
    } catch (error) {
      // What is wrong with the disk is not wrong with the files: nothing is given up for it.
      if (error instanceof AppError || /^SQLITE_(FULL|IOERR)/.test(errorCode(error) ?? ''))
        throw error
      failure ??= error
    }
  }
  throw failure
}

/** The files as they are, or without their log where that is what is wrong, or behind a first page from before. */
function openDamaged({ data, database, key }: StoreHere, work: string): Db | null {
  if ((statSync(database, { throwIfNoEntry: false })?.size ?? 0) === 0) return null
  const copy = (name: string): string => {
    const path = join(work, name, basename(database))
    mkdirSync(join(work, name))
    copyStoreFiles(database, path)
    return path
  }
  const whole = copy('whole')
  const logless = copy('logless')
  rmSync(`${logless}-wal`, { force: true })
  rmSync(`${logless}-shm`, { force: true })
  const kinds = { whole: damageOf(whole, key, true), logless: damageOf(logless, key, true) }
  if (kinds.logless === null && kinds.whole !== null) return openForRescue(logless, key)
  const readable = [whole, logless].find((path) => canList(path, key))
  if (readable !== undefined) return openForRescue(readable, key)
  const headed = giveFirstPage(firstPagePath(data), logless)
  return headed && canList(logless, key) ? openForRescue(logless, key) : null
}

function canList(path: string, key: Uint8Array | null): boolean {
  try {
    const db = openForRescue(path, key)
    try {
      return db.prepare(`SELECT name FROM sqlite_schema WHERE name = 'meeting'`).get() !== undefined
    } finally {
      db.close()
    }
  } catch (error) {
    if (!isDamage(error)) throw error
    return false
  }
}

/** The newest that is whole. */
function openBackup({ data, key }: StoreHere) {
  for (const { id, madeAt } of listBackups(data)) {
    const path = backupPath(data, id)
    if (damageOf(path, key, true) !== null || !canList(path, key)) continue
    return { db: openForCopying(path, key), madeAt }
  }
  return null
}

/** The set that is put aside, two copies to work on, and the new store. */
function requireRoom({ data, database }: StoreHere): void {
  const needed = bytesOfStore(database) * 5 + 16 * 1024 ** 2
  const free = freeBytes(data)
  if (free === null || free >= needed) return
  const megabytes = Math.ceil((needed - free) / 1e6)
  throw new AppError(
    'disk_full',
    `The database in the data folder is damaged, and there is too little space to repair it. Nothing was changed. Free ${megabytes} MB and start RTSTT again.`,
  )
}
