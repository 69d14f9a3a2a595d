/** Copies a store while others go on writing to it. The copy has the same key, and nothing of what was deleted. */
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { openForCopying } from '../open-database.sqlite.ts'

export interface ToCopy {
  readonly from: string
  /** Must not be there yet. */
  readonly to: string
  readonly key: Uint8Array | null
}

/** Fails, as SQLite does, where a page of the store cannot be read or the copy is not whole. */
export function copyStore({ from, to, key }: ToCopy): void {
  // For its owner alone: SQLite would make it as open as the system allows, and takes an empty file.
  closeSync(openSync(to, 'wx', 0o600))
  const db = openForCopying(from, key)
  try {
    db.prepare('VACUUM INTO ?').run(to)
  } finally {
    db.close()
  }
  const copy = openForCopying(to, key)
  try {
    const found = copy.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok')
      throw Object.assign(new Error('The copy is not whole'), { code: 'SQLITE_CORRUPT' })
  } finally {
    copy.close()
  }
  syncFile(to)
}

/** SQLite leaves it to the system when a copy reaches the disk. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
