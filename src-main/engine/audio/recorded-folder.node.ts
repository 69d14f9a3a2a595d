/** Reads the folder of a recording: one that has ended, or one that another process is still writing. */
import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { TrackName } from '#contract/transcript.ts'
import { accountFor, type TrackAccounts } from './account.ts'
import { damageIn, noteDamage, whereWritable } from './damage.node.ts'
import type { LedgerEntry } from './ledger.ts'
import { openLedgerFile, readLedgerFile } from './ledger-file.node.ts'
import { lostSince } from './lost-since.ts'
import {
  type Form,
  formOf,
  gone,
  isSealed,
  ledgerPath,
  type Locking,
  trackPath,
} from './recording-form.node.ts'
import type { RecordedSound } from './recording.ts'
import { sealedMeanwhile } from './sealed-meanwhile.ts'
import { soundBytesIn } from './sealed-records.ts'
import type { Watched } from './sealed-reads.node.ts'
import { mendTrackFile, openTrackFile, type TrackReader } from './track-file.node.ts'
import { BYTES_PER_SAMPLE, samplesIn } from './wav-header.ts'

/** How often a reader looks whether another process has written more. */
const LOOK_EVERY_MS = 50

/** Opens a recording that has ended; after a kill it is mended, and the ledger says so. */
export async function openFolder(
  folder: string,
  locking: Locking,
  nowMs: () => number,
): Promise<RecordedSound> {
  const form = await formOf(folder, locking)
  const tracks = await tracksIn(form)
  const entries = await readLedgerFile(form)
  if (!hasEnded(entries)) await mend(form, { tracks, entries, locking, nowMs })
  const files = await openTracks(form, tracks, 'ended')
  const sound = soundOf(
    async () => form,
    files,
    async () => true,
  )
  return {
    ...sound,
    async [Symbol.asyncDispose]() {
      await sound[Symbol.asyncDispose]()
      await noteDamage(form, { files, locking, nowMs })
    },
  }
}

export interface Followed {
  readonly sound: RecordedSound
  readonly files: Files
  readonly form: () => Promise<Form>
  readonly isOver: () => Promise<boolean>
}

/** Opens a recording that another process may be writing, or sealing, and touches nothing. */
export async function followFolder(folder: string, locking: Locking): Promise<Followed> {
  let now = await formOf(folder, locking)
  const form = async (): Promise<Form> =>
    isSealed(folder) === now.isSealed ? now : (now = await formOf(folder, locking))
  const files = await openFollowed(form).catch((error: unknown) => {
    // It was sealed, and its plain files destroyed, before they were opened.
    if (isSealed(folder) !== now.isSealed) return openFollowed(form)
    throw error
  })
  const isOver = endWatch(form)
  return { sound: soundOf(form, files, isOver), files, form, isOver }
}

async function openFollowed(formNow: () => Promise<Form>): Promise<Files> {
  const form = await formNow()
  const files = await openTracks(form, await tracksIn(form), 'followed')
  if (form.isSealed) return files
  const plain = new Map<TrackName, TrackReader>()
  for (const [track, file] of files) {
    const openSealed = async () => openTrackFile(await formNow(), track, 'followed')
    plain.set(track, sealedMeanwhile(file, { isSealed: () => isSealed(form.folder), openSealed }))
  }
  return plain
}

/** Reads the ledger of a recording that anybody may be writing; null where there is nothing to go by. */
export async function accountOfFolder(
  folder: string,
  locking: Locking,
): Promise<TrackAccounts | null> {
  const form = await formOf(folder, locking)
  const entries = await readLedgerFile(form)
  if (entries.length === 0) return null
  const there = await lengthsThere(form)
  if (there.size > 0) return accountFor(entries, there)
  const removed = entries.findLast((entry) => entry.type === 'removed')
  if (!removed) return accountFor(entries, there)
  const removedAt = new Date(removed.wallMs).toISOString()
  const lengths = new Map(removed.tracks.map(({ track, length }) => [track, length]))
  const accounts = accountFor(entries, lengths)
  return new Map(Array.from(accounts, ([track, account]) => [track, { ...account, removedAt }]))
}

/** Asks the ledger whether it has ended, and only where it has grown: who follows a recording asks often. */
function endWatch(formNow: () => Promise<Form>): () => Promise<boolean> {
  let known: { readonly size: number; readonly ended: boolean } | null = null
  return async () => {
    const form = await formNow()
    const size = (await stat(ledgerPath(form)).catch(() => null))?.size ?? 0
    if (known?.size !== size) known = { size, ended: hasEnded(await readLedgerFile(form)) }
    return known.ended
  }
}

/** Whether nobody writes any more, by the last word of whoever did. */
function hasEnded(entries: readonly LedgerEntry[]): boolean {
  const last = entries.findLast(
    ({ type }) => type === 'closed' || type === 'recovered' || type === 'extended',
  )
  return last !== undefined && last.type !== 'extended'
}

type Files = ReadonlyMap<TrackName, TrackReader>

function soundOf(
  formNow: () => Promise<Form>,
  files: Files,
  isOver: () => Promise<boolean>,
): RecordedSound {
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
    account: async () =>
      accountFor(
        [...damageIn(files), ...(await readLedgerFile(await formNow()))],
        lengthsOf(files),
      ),
    async [Symbol.asyncDispose]() {
      for (const file of files.values()) await file.close()
    },
  }
}

function lengthsOf(files: Files): Map<TrackName, number> {
  return new Map(Array.from(files, ([track, file]) => [track, file.length()]))
}

async function openTracks(
  form: Form,
  tracks: readonly TrackName[],
  watched: Watched,
): Promise<Files> {
  const files = new Map<TrackName, TrackReader>()
  try {
    for (const track of tracks) files.set(track, await openTrackFile(form, track, watched))
    return files
  } catch (error) {
    await Promise.allSettled(Array.from(files.values(), (file) => file.close()))
    throw error
  }
}

/** The files that are there decide, so a lost ledger costs no sound. */
export async function tracksIn(form: Form): Promise<TrackName[]> {
  const found = await lengthsThere(form)
  if (found.size > 0) return [...found.keys()]
  throw gone()
}

/** Nothing where the key of the sound was destroyed: without it there is no sound. */
export async function lengthsThere(form: Form): Promise<Map<TrackName, number>> {
  const found = new Map<TrackName, number>()
  if (form.isSealed && form.sound === 'absent') return found
  for (const track of TrackName.options) {
    const file = await stat(trackPath(form, track)).catch(() => null)
    if (!file) continue
    const length = form.isSealed ? soundBytesIn(file.size) / BYTES_PER_SAMPLE : samplesIn(file.size)
    found.set(track, length)
  }
  return found
}

interface Mending {
  readonly tracks: readonly TrackName[]
  readonly entries: readonly LedgerEntry[]
  readonly locking: Locking
  readonly nowMs: () => number
}

/** On a read-only disk there is nothing to mend for us. */
async function mend(form: Form, { tracks, entries, locking, nowMs }: Mending): Promise<void> {
  await whereWritable(async () => {
    for (const track of tracks) await mendTrackFile(form, track)
    const lengths = await lengthsThere(form)
    const ledger = await openLedgerFile(form, { locking, nowMs })
    for (const [track, length] of lengths) {
      const missing = lostSince(entries, track, length)
      if (missing > 0) ledger.note({ type: 'cut_short', track, at: length, missing })
    }
    ledger.note({
      type: 'recovered',
      tracks: Array.from(lengths, ([track, length]) => ({ track, length })),
    })
    await ledger.close()
  })
}
