/**
 * Makes a plain recording a sealed one. Everything sealed is written beside what is plain and compared with it; the name
 * of the key of the ledger, given last, is the moment from which the sealed form counts. A kill before it leaves the plain
 * recording, a kill behind it plain files that the next call destroys.
 */
import { existsSync } from 'node:fs'
import { open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { MeetingId } from '#contract/ids.ts'
import { TrackName } from '#contract/transcript.ts'
import { syncFolder } from '../runtime/sync-folder.node.ts'
import { destroyFile } from './destroy-file.node.ts'
import { asWriteFailure } from './file-failure.ts'
import { createKeyFile } from './key-file.node.ts'
import { sealLine } from './ledger-file.node.ts'
import { lengthsThere } from './recorded-folder.node.ts'
import {
  type Form,
  isSealed,
  ledgerKeyDraft,
  ledgerKeyPath,
  ledgerKeyPlace,
  ledgerPath,
  type Locking,
  plainNames,
  soundKeyPath,
  soundKeyPlace,
} from './recording-form.node.ts'
import { createTrackFile, openTrackFile } from './track-file.node.ts'

/** A minute of samples. */
const AT_ONCE = 16_000 * 60

/** For a recording that nobody writes. Nothing is changed where it is sealed, and whole, already. */
export async function sealFolder(folder: string, locking: NonNullable<Locking>): Promise<void> {
  if (!isSealed(folder)) {
    try {
      await writeSealed(folder, locking)
    } catch (error) {
      await removeDrafts(folder).catch(() => undefined)
      throw asWriteFailure(error)
    }
  }
  for (const name of await plainFiles(folder)) await destroyFile(join(folder, name))
  await syncFolder(folder)
}

/** The recordings of which anything can be read without a key. */
export async function plainFolders(root: string): Promise<MeetingId[]> {
  const found: MeetingId[] = []
  for (const name of await readdir(root).catch(() => [])) {
    const id = MeetingId.safeParse(name)
    if (id.success && (await plainFiles(join(root, name))).length > 0) found.push(id.data)
  }
  return found
}

async function plainFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => plainNames.test(name))
}

async function writeSealed(folder: string, locking: NonNullable<Locking>): Promise<void> {
  await removeDrafts(folder)
  const plain: Form = { folder, isSealed: false }
  const tracks = [...(await lengthsThere(plain)).keys()]
  // A ledger alone has no sound to go with it: the key of the sound is as gone as the sound.
  const sound =
    tracks.length > 0
      ? await createKeyFile(soundKeyPath(folder), soundKeyPlace(folder), locking)
      : ('absent' as const)
  const ledgerKey = ledgerKeyDraft(folder)
  const ledger = await createKeyFile(ledgerKey, ledgerKeyPlace(folder), locking)
  const sealed: Form = { folder, isSealed: true, sound, ledger }
  for (const track of tracks) await copyTrack(track, plain, sealed)
  await copyLedger(plain, sealed, ledger)
  await syncFolder(folder)
  await rename(ledgerKey, ledgerKeyPath(folder))
  await syncFolder(folder)
}

/** What is read of the sealed track must be the plain one before it may take its place. */
async function copyTrack(track: TrackName, plain: Form, sealed: Form): Promise<void> {
  const from = await openTrackFile(plain, track, 'ended')
  try {
    const to = await createTrackFile(sealed, track)
    try {
      for (let at = 0; at < from.length(); at += AT_ONCE)
        await to.append(await from.read(at, Math.min(at + AT_ONCE, from.length())))
      await to.sync()
    } finally {
      await to.close()
    }
    const copy = await openTrackFile(sealed, track, 'ended')
    try {
      for (let at = 0; at < Math.max(from.length(), copy.length()); at += AT_ONCE) {
        const [one, other] = [await from.read(at, at + AT_ONCE), await copy.read(at, at + AT_ONCE)]
        if (Buffer.compare(asBytes(one), asBytes(other)) !== 0)
          throw new Error('A sealed track is not what the plain one was.')
      }
    } finally {
      await copy.close()
    }
  } finally {
    await from.close()
  }
}

function asBytes(samples: Int16Array): Uint8Array {
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
}

/** Line by line, also those that only a newer version understands. */
async function copyLedger(plain: Form, sealed: Form, key: Buffer): Promise<void> {
  const path = ledgerPath(plain)
  const text = existsSync(path) ? await readFile(path, 'utf8') : ''
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const file = await open(ledgerPath(sealed), 'w', 0o600)
  try {
    await file.write(lines.map((line) => sealLine(key, `${line}\n`)).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What an earlier try left before it counted. */
async function removeDrafts(folder: string): Promise<void> {
  if (isSealed(folder)) return
  const drafts = [
    soundKeyPath(folder),
    ledgerKeyDraft(folder),
    ...[
      ...TrackName.options.map((track) => `${track}.sound`),
      basename(sealedLedgerOf(folder)),
    ].map((name) => join(folder, name)),
  ]
  for (const path of drafts) await rm(path, { force: true, maxRetries: 5 })
}

function sealedLedgerOf(folder: string): string {
  return ledgerPath({ folder, isSealed: true, sound: null, ledger: null })
}
