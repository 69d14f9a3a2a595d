/** Makes and removes backups of a store. */
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { moveNow } from '../../runtime/move-now.node.ts'
import { damageOf } from '../rescue/examine.sqlite.ts'
import {
  backupPath,
  backupsIn,
  described,
  freeBytes,
  idAt,
  listBackups,
  wishedRestore,
  wishRestore,
} from './backup-files.node.ts'
import type { BackupFolder } from './backups.ts'
import { copyInThread } from './copy-in-thread.ts'

interface Options {
  readonly data: string
  readonly database: string
  /** The key that the store has now: it may be given another one while it is open. */
  readonly key: () => Uint8Array | null
}

export function backupFolder({ data, database, key }: Options): BackupFolder {
  const folder = backupsIn(data)
  return {
    folder,
    list: () => listBackups(data),
    async make(nowMs) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const id = idAt(nowMs)
      const unfinished = join(folder, `${id}.${process.pid}.tmp`)
      try {
        await copyInThread({ from: database, to: unfinished, key: key() })
        moveNow(unfinished, backupPath(data, id))
      } catch (error) {
        rmSync(unfinished, { force: true, maxRetries: 5 })
        throw error
      }
      return described(data, id)
    },
    remove: ({ id }) => rmSync(backupPath(data, id), { force: true, maxRetries: 5 }),
    changedAtMs: () => Math.max(...filesOf(database).map(({ mtimeMs }) => mtimeMs), 0),
    databaseBytes: () => filesOf(database).reduce((sum, { size }) => sum + size, 0),
    freeBytes: () => freeBytes(data),
    restoring: () => wishedRestore(data),
    restore: (id) => wishRestore(data, id),
    opens: (id) => damageOf(backupPath(data, id), key(), false) === null,
    isWhole: (id) => damageOf(backupPath(data, id), key(), true) === null,
  }
}

function filesOf(database: string) {
  return [database, `${database}-wal`]
    .map((path) => statSync(path, { throwIfNoEntry: false }))
    .filter((file) => file !== undefined)
}
