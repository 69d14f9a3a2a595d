/** Where meetings are kept: the keys of the data folder first, then what they open. */
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError, type ErrorCode } from '#contract/errors.ts'
import { systemCode } from '#engine/audio/file-failure.ts'
import { folderRecordings } from '#engine/audio/recording.node.ts'
import { type FolderKeys, passingKeys } from '#engine/keys/folder-keys.ts'
import type { OpenRing } from '#engine/keys/held-ring.ts'
import { keyFiles, keysFolder } from '#engine/keys/key-file.node.ts'
import { hasPassphrase, openRing, type Secrets } from '#engine/keys/open-ring.node.ts'
import type { OwnKeeping } from '#engine/keys/own-keeping.ts'
import type { FolderLock, Keeping } from '#engine/parts.ts'
import { systemClock } from '#engine/runtime/clock.ts'
import type { Log } from '#engine/runtime/log.ts'
import { backupFolder } from '#engine/store/backup/backup-folder.node.ts'
import type { BackupFolder } from '#engine/store/backup/backups.ts'
import { claimLiveLock } from '#engine/store/live-lock.sqlite.ts'
import { damageWatch } from '#engine/store/rescue/damage-watch.node.ts'
import type { DamageWatch } from '#engine/store/rescue/damage-watch.ts'
import { damageOf, type StoreHere } from '#engine/store/rescue/examine.sqlite.ts'
import { type ReadyFolder, readyFolder } from '#engine/store/rescue/ready-folder.ts'
import { databaseKind, settleDatabase } from '#engine/store/settle-database.sqlite.ts'
import { inWords } from '#engine/store/storage-errors.ts'
import type { Store } from '#engine/store/store.ts'
import { openStore } from '#engine/store/store.sqlite.ts'

export interface KeepingWishes {
  readonly folder: string
  readonly mode: 'write' | 'read'
  /** What a person said to open the folder; the default is what the environment says. */
  readonly secrets?: Secrets
  /** Asks for the passphrase of a folder that has one, `again` when the last was wrong; null: nobody answers. */
  readonly askPassphrase?: (again: boolean) => Promise<string | null>
  readonly log?: Log
}

export interface OpenedKeeping {
  readonly keeping: Keeping
  readonly lock: FolderLock
  readonly backups: BackupFolder
  readonly damage: DamageWatch
}

const databaseIn = (folder: string): string => join(folder, 'rtstt.sqlite')

export async function openKeeping(wishes: KeepingWishes): Promise<OpenedKeeping> {
  const { folder, mode } = wishes
  inWords(() => makePrivate(folder))
  const ring = await ringOf(wishes, await ownKeeping())
  const key = ring && inWords(() => settleDatabase(databaseIn(folder), ring.database))
  const { lock, repair } = lookedAt({ data: folder, database: databaseIn(folder), key })
  if (repair)
    wishes.log?.warn('database.repaired', { kind: repair.kind, uncounted: repair.uncounted })
  const damage = damageWatch(folder, lock)
  try {
    const store = openStore(databaseIn(folder), { mode, key, damaged: damage.suspect })
    // While it is still plain, because another program has it open, so are its copies.
    const keyNow = (): Uint8Array | null =>
      key === null || !ring ? null : keyOf(databaseIn(folder), ring)
    return {
      keeping: keepingIn(folder, heldOpen(store, lock), ring?.keys ?? null),
      lock: { ring, textEncrypted: key !== null, isPrivate: () => isPrivate(folder) },
      backups: backupFolder({ data: folder, database: databaseIn(folder), key: keyNow }),
      damage,
    }
  } catch (error) {
    lock?.[Symbol.dispose]()
    throw error
  }
}

/** After a rotation that was cut short a database has the earlier key or the new one: it is asked. */
function keyOf(path: string, { database }: OpenRing): Uint8Array {
  const before = database.before()
  if (!(before instanceof Uint8Array)) return database.key
  return damageOf(path, database.key, false) === null ? database.key : before
}

/** Before its store is opened a folder is repaired, or goes back to a backup, where it must. */
const lookedAt = (store: StoreHere): ReadyFolder =>
  inWords(() => readyFolder(store, systemClock.now()))

/** The folder is free for others as soon as the store is closed. */
function heldOpen(store: Store, lock: Disposable | null): Store {
  return {
    ...store,
    [Symbol.dispose]() {
      store[Symbol.dispose]()
      lock?.[Symbol.dispose]()
    },
  }
}

/** Keeps meetings until it is disposed, locked by keys that are nowhere else. */
export async function openScratch(): Promise<Keeping & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-scratch-'))
  const keys = passingKeys()
  const keeping = keepingIn(folder, openStore(databaseIn(folder), { key: keys.database }), keys)
  return {
    ...keeping,
    async [Symbol.asyncDispose]() {
      keeping.store[Symbol.dispose]()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function keepingIn(folder: string, store: Store, keys: FolderKeys | null): Keeping {
  const recordings = folderRecordings(join(folder, 'recordings'), systemClock.now, keys)
  return {
    store,
    recordings,
    claim: (meetingId) => claimLiveLock(liveLock(recordings.folderOf(meetingId))),
  }
}

async function ringOf(wishes: KeepingWishes, keeping: OwnKeeping): Promise<OpenRing | null> {
  const { folder, secrets = secretsHere(), askPassphrase } = wishes
  try {
    return tryRing(folder, keeping, secrets)
  } catch (error) {
    // Without a ring nothing is encrypted: a folder that cannot be written to is read as it is.
    if (isOf(error, 'data_read_only', 'disk_full')) return null
    const isAsked = askPassphrase && secrets.words === null && isOf(error, 'data_locked')
    if (!isAsked || !hasPassphrase(folder)) throw error
    return askedRing({ folder, keeping, askPassphrase, again: secrets.passphrase !== null }, error)
  }
}

interface Asking extends Required<Pick<KeepingWishes, 'folder' | 'askPassphrase'>> {
  readonly keeping: OwnKeeping
  readonly again: boolean
}

async function askedRing(
  { folder, keeping, askPassphrase, again }: Asking,
  refused: unknown,
): Promise<OpenRing> {
  const passphrase = await askPassphrase(again)
  if (passphrase === null) throw refused
  try {
    return tryRing(folder, keeping, { passphrase, words: null })
  } catch (error) {
    if (!isOf(error, 'data_locked')) throw error
    return askedRing({ folder, keeping, askPassphrase, again: true }, error)
  }
}

function tryRing(folder: string, keeping: OwnKeeping, secrets: Secrets): OpenRing {
  return openRing({
    ...secrets,
    folder,
    keeping,
    nowMs: systemClock.now,
    database: databaseKind(databaseIn(folder)),
    alone: (work) => whileAlone(join(folder, 'keys.lock'), work),
  })
}

function isOf(error: unknown, ...codes: readonly ErrorCode[]): boolean {
  return error instanceof AppError && codes.includes(error.code)
}

/** One program at a time changes a ring, for a moment. */
function whileAlone<T>(lock: string, work: () => T): T {
  for (;;) {
    using claim = claimLiveLock(lock)
    if (claim) return inWords(work)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  }
}

/** Windows locks keys for an account by itself; a folder that is named for them is meant for what has no account. */
async function ownKeeping(): Promise<OwnKeeping> {
  if (process.platform !== 'win32' || process.env['RTSTT_KEYS']) return keyFiles(keysFolder())
  return (await import('#engine/keys/windows-account.koffi.ts')).windowsAccount()
}

/** A folder of earlier versions may be open to others; one that everybody shares, such as a temporary one, is left as it is. */
function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (process.platform === 'win32') return
  const { mode, uid } = statSync(folder)
  const isShared = (mode & 0o1000) !== 0 || uid !== process.getuid?.()
  if (isShared || !existsSync(databaseIn(folder)) || (mode & 0o077) === 0) return
  try {
    chmodSync(folder, 0o700)
  } catch (error) {
    // A disk that cannot be written to is read as it is, and `isPrivate` tells what it is like.
    if (systemCode(error) === null) throw error
  }
}

/** On Windows the rights of the person's own folders keep others out, and a mode tells nothing. */
function isPrivate(folder: string): boolean | null {
  return process.platform === 'win32' ? null : (statSync(folder).mode & 0o077) === 0
}

/** What the environment says to open a folder. */
function secretsHere(env: Readonly<Record<string, string | undefined>> = process.env): Secrets {
  return { passphrase: env['RTSTT_PASSPHRASE'] || null, words: null }
}

/** Looked at by claiming it for a moment; who never claimed it has left no lock, and none is made. */
export function isClaimed(recording: string): boolean {
  if (!existsSync(liveLock(recording))) return false
  using claim = claimLiveLock(liveLock(recording))
  return claim === null
}

const liveLock = (recording: string): string => join(recording, 'live.lock')
