/** Where meetings are kept: the keys of the data folder first, then what they open. */
import { existsSync, mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import { folderRecordings } from '#engine/audio/recording.node.ts'
import { passingKeys } from '#engine/keys/folder-keys.ts'
import type { OpenRing } from '#engine/keys/held-ring.ts'
import { keyFiles, keysFolder } from '#engine/keys/key-file.node.ts'
import { openRing, type Secrets } from '#engine/keys/open-ring.node.ts'
import type { OwnKeeping } from '#engine/keys/own-keeping.ts'
import type { Keeping } from '#engine/parts.ts'
import { systemClock } from '#engine/runtime/clock.ts'
import type { Log } from '#engine/runtime/log.ts'
import { backupFolder } from '#engine/store/backup/backup-folder.node.ts'
import type { BackupFolder } from '#engine/store/backup/backups.ts'
import { claimLiveLock } from '#engine/store/live-lock.sqlite.ts'
import { damageWatch } from '#engine/store/rescue/damage-watch.node.ts'
import type { DamageWatch } from '#engine/store/rescue/damage-watch.ts'
import type { StoreHere } from '#engine/store/rescue/examine.sqlite.ts'
import { type ReadyFolder, readyFolder } from '#engine/store/rescue/ready-folder.ts'
import { databaseKind, settleDatabase } from '#engine/store/settle-database.sqlite.ts'
import { inWords } from '#engine/store/storage-errors.ts'
import type { Store } from '#engine/store/store.ts'
import { openStore } from '#engine/store/store.sqlite.ts'

export interface KeepingWishes {
  readonly folder: string
  readonly mode: 'write' | 'read'
  /** What a person said to open the folder. */
  readonly secrets: Secrets
  readonly log: Log
}

export interface OpenedKeeping {
  readonly keeping: Keeping
  /** Null where nothing can be written, and nothing was ever encrypted. */
  readonly ring: OpenRing | null
  readonly backups: BackupFolder
  readonly damage: DamageWatch
}

const databaseIn = (folder: string): string => join(folder, 'rtstt.sqlite')

export async function openKeeping(wishes: KeepingWishes): Promise<OpenedKeeping> {
  const { folder, mode } = wishes
  inWords(() => mkdirSync(folder, { recursive: true, mode: 0o700 }))
  const ring = ringOf(wishes, await ownKeeping())
  const key = ring && settleDatabase(databaseIn(folder), ring.database)
  const { lock, repair } = lookedAt({ data: folder, database: databaseIn(folder), key })
  if (repair)
    wishes.log.warn('database.repaired', { kind: repair.kind, uncounted: repair.uncounted })
  const damage = damageWatch(folder, lock)
  try {
    const store = openStore(databaseIn(folder), { mode, key, damaged: damage.suspect })
    // While it is still plain, because another program has it open, so are its copies.
    const keyNow = (): Uint8Array | null => (key === null ? null : (ring?.keys.database ?? null))
    const backups = backupFolder({ data: folder, database: databaseIn(folder), key: keyNow })
    return { keeping: keepingIn(folder, heldOpen(store, lock)), ring, backups, damage }
  } catch (error) {
    lock?.[Symbol.dispose]()
    throw error
  }
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
  const keeping = keepingIn(folder, openStore(databaseIn(folder), { key: passingKeys().database }))
  return {
    ...keeping,
    async [Symbol.asyncDispose]() {
      keeping.store[Symbol.dispose]()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function keepingIn(folder: string, store: Store): Keeping {
  const recordings = folderRecordings(join(folder, 'recordings'))
  return {
    store,
    recordings,
    claim: (meetingId) => claimLiveLock(liveLock(recordings.folderOf(meetingId))),
  }
}

function ringOf({ folder, secrets }: KeepingWishes, keeping: OwnKeeping): OpenRing | null {
  try {
    return openRing({
      ...secrets,
      folder,
      keeping,
      nowMs: systemClock.now,
      database: databaseKind(databaseIn(folder)),
      alone: (work) => whileAlone(join(folder, 'keys.lock'), work),
    })
  } catch (error) {
    // Without a ring nothing is encrypted: a folder that cannot be written to is read as it is.
    if (isUnwritable(error)) return null
    throw error
  }
}

const unwritable: readonly unknown[] = ['data_read_only', 'disk_full']

function isUnwritable(error: unknown): boolean {
  return error instanceof AppError && unwritable.includes(error.code)
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

/** What the environment says to open a folder. */
export function secretsHere(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Secrets {
  return { passphrase: env['RTSTT_PASSPHRASE'] || null, words: null }
}

/** Looked at by claiming it for a moment; who never claimed it has left no lock, and none is made. */
export function isClaimed(recording: string): boolean {
  if (!existsSync(liveLock(recording))) return false
  using claim = claimLiveLock(liveLock(recording))
  return claim === null
}

const liveLock = (recording: string): string => join(recording, 'live.lock')
