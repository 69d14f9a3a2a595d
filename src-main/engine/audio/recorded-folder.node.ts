/** Reads the folder of a recording: one that has ended, or one that another process is still writing. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '#contract/errors.ts'
import { TrackName } from '#contract/transcript.ts'
import { accountFor, type TrackAccounts } from './account.ts'
import { systemCode } from './file-failure.ts'
import type { LedgerEntry } from './ledger.ts'
import { openLedgerFile, readLedgerFile } from './ledger-file.node.ts'
import type { RecordedSound } from './recording.ts'
import { openTrackFile, repairTrackFile, type TrackReader } from './track-file.node.ts'
import { samplesIn } from './wav-header.ts'

/** How often a reader looks whether another process has written more. */
const LOOK_EVERY_MS = 50

export const ledgerPath = (folder: string): string => join(folder, 'ledger.jsonl')
export const trackPath = (folder: string, track: TrackName): string => join(folder, `${track}.wav`)

/** Opens a recording that has ended; after a kill it is repaired, and the ledger says so. */
export async function openFolder(folder: string, nowMs: () => number): Promise<RecordedSound> {
  const tracks = await tracksIn(folder)
  if (!hasEnded(await readLedger(folder))) await repair(folder, tracks, nowMs)
  return soundOf(folder, await openTracks(folder, tracks), async () => true)
}

/** Opens a recording that another process may be writing, and touches nothing. */
export async function followFolder(folder: string): Promise<RecordedSound> {
  const files = await openTracks(folder, await tracksIn(folder))
  return soundOf(folder, files, async () => hasEnded(await readLedger(folder)))
}

/** Reads the ledger of a recording that anybody may be writing; null where there is nothing to go by. */
export async function accountOfFolder(folder: string): Promise<TrackAccounts | null> {
  const entries = await readLedger(folder)
  if (entries.length === 0) return null
  const there = await lengthsThere(folder)
  if (there.size > 0) return accountFor(entries, there)
  const removed = entries.findLast((entry) => entry.type === 'removed')
  if (!removed) return accountFor(entries, there)
  const removedAt = new Date(removed.wallMs).toISOString()
  const lengths = new Map(removed.tracks.map(({ track, length }) => [track, length]))
  const accounts = accountFor(entries, lengths)
  return new Map(Array.from(accounts, ([track, account]) => [track, { ...account, removedAt }]))
}

/** Whether nobody writes any more, by the last word of whoever did. */
function hasEnded(entries: readonly LedgerEntry[]): boolean {
  const last = entries.findLast(
    ({ type }) => type === 'closed' || type === 'recovered' || type === 'extended',
  )
  return last !== undefined && last.type !== 'extended'
}

type Files = ReadonlyMap<TrackName, TrackReader>

function soundOf(folder: string, files: Files, isOver: () => Promise<boolean>): RecordedSound {
  const fileOf = (track: TrackName): TrackReader => {
    const file = files.get(track)
    if (!file) throw new Error(`This recording has no track ${track}.`)
    return file
  }

  async function grown(track: TrackName, beyond: number, signal?: AbortSignal) {
    const file = fileOf(track)
    for (;;) {
      signal?.throwIfAborted()
      if (file.length() > beyond) return 'grown' as const
      // Asked in this order: what was written before the end is seen before the end.
      if (await isOver()) return file.length() > beyond ? 'grown' : 'closed'
      await wait(LOOK_EVERY_MS, undefined, signal && { signal })
    }
  }

  return {
    tracks: [...files.keys()],
    length: (track) => fileOf(track).length(),
    read: (track, from, to) => fileOf(track).read(from, to),
    grown,
    grownOrResting: grown,
    account: async () => accountFor(await readLedger(folder), lengthsOf(files)),
    async [Symbol.asyncDispose]() {
      for (const file of files.values()) await file.close()
    },
  }
}

function lengthsOf(files: Files): Map<TrackName, number> {
  return new Map(Array.from(files, ([track, file]) => [track, file.length()]))
}

async function openTracks(folder: string, tracks: readonly TrackName[]): Promise<Files> {
  const files = new Map<TrackName, TrackReader>()
  for (const track of tracks) files.set(track, await openTrackFile(trackPath(folder, track)))
  return files
}

/** The files that are there decide, so a lost ledger costs no sound. */
export async function tracksIn(folder: string): Promise<TrackName[]> {
  const found = await lengthsThere(folder)
  if (found.size > 0) return [...found.keys()]
  throw new AppError('not_found', 'The sound of this meeting is not on this computer any more.')
}

export async function lengthsThere(folder: string): Promise<Map<TrackName, number>> {
  const found = new Map<TrackName, number>()
  for (const track of TrackName.options) {
    const file = await stat(trackPath(folder, track)).catch(() => null)
    if (file) found.set(track, samplesIn(file.size))
  }
  return found
}

async function readLedger(folder: string): Promise<LedgerEntry[]> {
  try {
    return await readLedgerFile(ledgerPath(folder))
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

async function repair(
  folder: string,
  tracks: readonly TrackName[],
  nowMs: () => number,
): Promise<void> {
  try {
    for (const track of tracks) await repairTrackFile(trackPath(folder, track))
    const files = await openTracks(folder, tracks)
    const lengths = Array.from(files, ([track, file]) => ({ track, length: file.length() }))
    for (const file of files.values()) await file.close()
    const ledger = await openLedgerFile(ledgerPath(folder), nowMs)
    ledger.note({ type: 'recovered', tracks: lengths })
    await ledger.close()
  } catch (error) {
    // On a read-only disk there is nothing to repair for us: readers go by the length of the file.
    if (!['EROFS', 'EACCES', 'EPERM'].includes(systemCode(error) ?? '')) throw error
  }
}
