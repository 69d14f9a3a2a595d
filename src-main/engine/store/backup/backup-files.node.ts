/** Backups as files: `<data>/backups/<time>.sqlite`. One that was not finished has another name and is nobody's backup. */
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Backup } from '#contract/backup.ts'

const suffix = '.sqlite'

export const backupsIn = (data: string): string => join(data, 'backups')
export const backupPath = (data: string, id: string): string => join(backupsIn(data), id + suffix)
/** Holds the id of the backup that is to take the place of the store. */
const wishPath = (data: string): string => join(backupsIn(data), 'restore')

/** The newest first. */
export function listBackups(data: string): Backup[] {
  const folder = backupsIn(data)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length))
    .filter((id) => Backup.shape.id.safeParse(id).success)
    .toSorted()
    .toReversed()
    .map((id) => described(data, id))
}

/** Null also where the wished one is gone. */
export function wishedRestore(data: string): string | null {
  const path = wishPath(data)
  if (!existsSync(path)) return null
  const id = readFileSync(path, 'utf8')
  return Backup.shape.id.safeParse(id).success && existsSync(backupPath(data, id)) ? id : null
}

export function wishRestore(data: string, id: string | null): void {
  if (id === null) rmSync(wishPath(data), { force: true })
  else writeFileSync(wishPath(data), id, { flush: true, mode: 0o600 })
}

export function described(data: string, id: string): Backup {
  const bytes = statSync(backupPath(data, id), { throwIfNoEntry: false })?.size ?? 0
  return { id, madeAt: timeOf(id), bytes }
}

/** A time as a name that every file system takes. */
export function idAt(ms: number): string {
  return new Date(ms).toISOString().replaceAll(':', '-')
}

function timeOf(id: string): string {
  const [day, time = ''] = id.split('T')
  return `${day}T${time.replaceAll('-', ':')}`
}

/** Null where the disk does not tell. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
