/** Keeps what is known of damage as files beside what was set aside: it must be there when the store is not. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Repair } from '#contract/backup.ts'
import { errorCode } from '../storage-errors.ts'
import type { DamageWatch } from './damage-watch.ts'
import type { FolderLock } from './folder-lock.sqlite.ts'
import { damagedIn } from './store-files.node.ts'

const suspectedPath = (data: string): string => join(damagedIn(data), 'suspected')
const seenPath = (data: string): string => join(damagedIn(data), 'seen')
const remakePath = (data: string): string => join(damagedIn(data), 'remake')

export function damageWatch(data: string, lock: FolderLock | null): DamageWatch {
  const listeners = new Set<() => void>()
  let isKnown = false
  return {
    state: () => ({ suspected: isKnown || isSuspected(data), repair: unseenRepair(data) }),
    suspect() {
      if (isKnown || isSuspected(data)) return
      isKnown = true
      try {
        note(suspectedPath(data), '')
      } catch (error) {
        // A disk that is full or read-only: whoever met the damage tells it, and the next start meets it again.
        if (errorCode(error) === null) throw error
      }
      for (const listener of listeners) listener()
    },
    dismiss() {
      const repair = lastRepair(data)
      if (repair) note(seenPath(data), repair.at)
    },
    isAlone: () => lock?.isAlone() ?? false,
    watch(found) {
      listeners.add(found)
      return () => void listeners.delete(found)
    },
    isRemakeDue: () => existsSync(remakePath(data)),
    remade(meetings) {
      const repair = lastRepair(data)
      if (repair && meetings > 0)
        writeReport({ ...repair, fromRecordings: repair.fromRecordings + meetings })
      rmSync(remakePath(data), { force: true })
    },
  }
}

export const isSuspected = (data: string): boolean => existsSync(suspectedPath(data))
export const forgetSuspicion = (data: string): void => rmSync(suspectedPath(data), { force: true })
export const wishRemake = (data: string): void => note(remakePath(data), '')

/** Without speech, names or titles: whoever helps may read it. */
export function writeReport(repair: Repair): void {
  note(join(repair.folder, 'repair.json'), `${JSON.stringify(repair, null, 2)}\n`)
}

function unseenRepair(data: string): Repair | null {
  const repair = lastRepair(data)
  const seen = existsSync(seenPath(data)) ? readFileSync(seenPath(data), 'utf8') : null
  return repair?.at === seen ? null : repair
}

/** The newest that was told; what a kill cut short was begun anew. */
function lastRepair(data: string): Repair | null {
  if (!existsSync(damagedIn(data))) return null
  for (const name of readdirSync(damagedIn(data)).toSorted().toReversed()) {
    const path = join(damagedIn(data), name, 'repair.json')
    if (!existsSync(path)) continue
    try {
      return Repair.parse(JSON.parse(readFileSync(path, 'utf8')))
    } catch {
      // Somebody has written into it: the files beside it are still there.
      continue
    }
  }
  return null
}

function note(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
  writeFileSync(path, text, { flush: true, mode: 0o600 })
}
