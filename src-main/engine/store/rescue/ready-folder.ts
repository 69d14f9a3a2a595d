/** What is done to a data folder before its store is opened: it is looked at, and repaired or replaced where it must be. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Repair } from '#contract/backup.ts'
import { AppError } from '#contract/errors.ts'
import { wishedRestore } from '../backup/backup-files.node.ts'
import { playBackJournal } from '../open-database.sqlite.ts'
import { forgetSuspicion, isSuspected } from './damage-watch.node.ts'
import { examine, isDamage, type StoreHere } from './examine.sqlite.ts'
import { type FolderLock, openFolderLock } from './folder-lock.sqlite.ts'
import { repairStore } from './repair-store.ts'
import { finishRestore, restoreBackup } from './restore-backup.ts'
import {
  firstPagePath,
  isReplacing,
  isRestoring,
  keepFirstPage,
  replace,
  unfinishedIn,
} from './store-files.node.ts'

export interface ReadyFolder {
  /** To be held for as long as the store is open; null in a folder that cannot be written. */
  readonly lock: FolderLock | null
  readonly repair: Repair | null
}

export function readyFolder(store: StoreHere, nowMs: number): ReadyFolder {
  mkdirSync(store.data, { recursive: true, mode: 0o700 })
  const lock = openFolderLock(join(store.data, 'open.lock'))
  if (!lock) return { lock, repair: null }
  try {
    if (!lock.share()) throw busy()
    playBack(store)
    const repair = isWorkToDo(store) ? putRight(store, lock, nowMs) : null
    if (!lock.share()) throw busy()
    keepFirstPage(store.database, firstPagePath(store.data))
    return { lock, repair }
  } catch (error) {
    lock[Symbol.dispose]()
    throw error
  }
}

/** What cannot be played back is damage, which is found in a moment. */
function playBack({ database, key }: StoreHere): void {
  try {
    playBackJournal(database, key)
  } catch (error) {
    if (!isDamage(error)) throw error
  }
}

function isWorkToDo(store: StoreHere): boolean {
  const { data, database } = store
  return (
    isReplacing(database) ||
    isRestoring(database) ||
    unfinishedIn(data).length > 0 ||
    isSuspected(data) ||
    wishedRestore(data) !== null ||
    examine(store, false) !== null
  )
}

function putRight(store: StoreHere, lock: FolderLock, nowMs: number): Repair | null {
  const { data, database } = store
  if (!lock.alone()) {
    if (isReplacing(database) || isRestoring(database) || examine(store, false) !== null)
      throw busy()
    // Suspicions, wishes and leftovers wait until nobody else has the folder open.
    return null
  }
  if (isReplacing(database)) replace(database)
  if (isRestoring(database)) finishRestore(store)
  for (const path of unfinishedIn(data))
    rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  const wished = wishedRestore(data)
  // What gives way to a backup is copied as a whole, which a broken page would keep from being done at every start.
  const kind = examine(store, isSuspected(data) || wished !== null)
  const repair = kind === null ? null : repairStore(store, kind, nowMs)
  if (repair) replace(database)
  forgetSuspicion(data)
  if (wished !== null) restoreBackup(store, wished, nowMs)
  return repair
}

function busy(): AppError {
  return new AppError(
    'data_busy',
    'The database in the data folder is damaged, or is being repaired, and another RTSTT has it open. Close it, and start again.',
  )
}
