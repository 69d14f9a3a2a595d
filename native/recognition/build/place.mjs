// Putting a finished folder in its place in one step, so that nobody ever sees half of it.
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { stampFile } from './places.mjs'

/** A fresh folder beside `target`, on the same disk, so that a rename is all it takes to put it there. */
export function draftFor(target) {
  mkdirSync(path.dirname(target), { recursive: true })
  sweep(target)
  const draft = `${target}.draft-${process.pid}-${randomBytes(4).toString('hex')}`
  mkdirSync(draft)
  return draft
}

/** Takes away what processes that were killed have left; nothing here takes as long as an hour. */
function sweep(target) {
  const folder = path.dirname(target)
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(`${path.basename(target)}.draft-`)) continue
    const left = path.join(folder, name)
    const age = Date.now() - (statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > 3_600_000) rmSync(left, { recursive: true, force: true })
  }
}

/** The hash in a folder's stamp; undefined if the folder is not complete. */
export function stampedHash(folder) {
  try {
    return JSON.parse(readFileSync(path.join(folder, stampFile), 'utf8')).hash
  } catch {
    return undefined
  }
}

/**
 * Renames `draft` to `target`. What stood there is moved aside and deleted. If an equal folder is already there, put there
 * by another process at the same moment, it stays and ours is dropped.
 */
export function place(draft, target) {
  const hash = stampedHash(draft)
  for (let attempt = 0; ; attempt++) {
    if (hash !== undefined && stampedHash(target) === hash) {
      rmSync(draft, { recursive: true, force: true })
      return
    }
    try {
      replace(draft, target)
      return
    } catch (error) {
      // Somebody else put or took away a folder in between. A few looks decide it.
      if (attempt < 4) continue
      rmSync(draft, { recursive: true, force: true })
      throw inUse(target, error)
    }
  }
}

/** Windows moves no folder that holds a loaded library. */
function inUse(target, error) {
  if (!['EPERM', 'EBUSY', 'EACCES'].includes(error.code)) return error
  return new Error(
    `${target} is in use or not writable: close RTSTT and run "npm install" again.`,
    {
      cause: error,
    },
  )
}

function replace(draft, target) {
  if (existsSync(target)) {
    const aside = `${draft}-old`
    renameSync(target, aside)
    rmSync(aside, { recursive: true, force: true })
  }
  renameSync(draft, target)
}
