/** Lets a backup take the place of the store, which is kept as the newest backup first. */
import { mkdirSync, rmSync } from 'node:fs'
import { moveNow } from '../../runtime/move-now.node.ts'
import {
  backupPath,
  backupsIn,
  idAt,
  listBackups,
  wishRestore,
} from '../backup/backup-files.node.ts'
import { copyStore } from '../backup/copy-store.sqlite.ts'
import { wishRemake } from './damage-watch.node.ts'
import { damageOf, type StoreHere } from './examine.sqlite.ts'
import { announceRestore, replace, settleRestore } from './store-files.node.ts'

/**
 * The folder must be held alone, and the store be whole. A backup that was damaged since it was wished for is left, and
 * the wish is forgotten: it would keep the program from starting.
 */
export function restoreBackup({ data, database, key }: StoreHere, id: string, nowMs: number): void {
  if (damageOf(backupPath(data, id), key, true) !== null) {
    wishRestore(data, null)
    return
  }
  mkdirSync(backupsIn(data), { recursive: true, mode: 0o700 })
  const unfinished = (name: string): string => `${backupPath(data, name)}.${process.pid}.tmp`
  const newestMs = Math.max(0, ...listBackups(data).map(({ madeAt }) => Date.parse(madeAt)))
  const present = idAt(Math.max(nowMs, newestMs + 1))
  try {
    copyStore({ from: database, to: unfinished(present), key })
    copyStore({ from: backupPath(data, id), to: unfinished(id), key })
    moveNow(unfinished(present), backupPath(data, present))
    wishRemake(data)
    announceRestore(database, unfinished(id))
    finishRestore({ data, database })
  } finally {
    for (const name of [present, id]) rmSync(unfinished(name), { force: true, maxRetries: 5 })
  }
}

/** What is left to do once a restore is decided. Killed anywhere in it, the next start does it. */
export function finishRestore({ data, database }: Pick<StoreHere, 'data' | 'database'>): void {
  wishRestore(data, null)
  settleRestore(database)
  replace(database)
}
