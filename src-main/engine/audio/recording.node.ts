/**
 * Recordings as folders: `<root>/<meeting id>/` with one file per track and a ledger, sealed where there are keys.
 * Samples go to the system as they come, and to the disk itself once a second.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MeetingId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'
import { accountFor } from './account.ts'
import { damageIn } from './damage.node.ts'
import type { DiskTrouble } from './disk-trouble.ts'
import { asWriteFailure } from './file-failure.ts'
import { finishFiles } from './finish-files.ts'
import { growth } from './growth.ts'
import { type HeldSound, holdSound } from './hold-sound.node.ts'
import { joinFolders } from './join-folders.node.ts'
import {
  type LedgerFile,
  type LedgerKeeping,
  openLedgerFile,
  readLedgerFile,
} from './ledger-file.node.ts'
import { accountOfFolder, followFolder, openFolder, tracksIn } from './recorded-folder.node.ts'
import { loudnessOfFolder } from './recorded-loudness.node.ts'
import { type Form, formOf, type Locking, newForm, trackPath } from './recording-form.node.ts'
import type { Recording, Recordings } from './recording.ts'
import { removeFolder, removeSound, soundBytes } from './remove-sound.node.ts'
import { rewrapFolders } from './rewrap-folders.node.ts'
import { plainFolders, sealFolder } from './seal-folder.node.ts'
import { createTrackFile, extendTrackFile, type TrackFile } from './track-file.node.ts'

const SYNC_EVERY_MS = 1000
const CLOCK_EVERY_MS = 10_000

/**
 * Keeps recordings in folders under `root`; `nowMs` is the wall clock of their ledgers. With `locking` what is recorded is
 * sealed; plain recordings of before are read as they are.
 */
export function folderRecordings(
  root: string,
  nowMs: () => number = Date.now,
  locking: Locking = null,
): Recordings {
  const folderOf = (meetingId: MeetingId): string => join(root, meetingId)
  return {
    folderOf,
    create: (meetingId, tracks, troubled) =>
      createRecording(folderOf(meetingId), { tracks, nowMs, locking, troubled: troubled ?? null }),
    extend: (meetingId) => extendRecording(folderOf(meetingId), { nowMs, locking }),
    open: (meetingId) => openFolder(folderOf(meetingId), locking, nowMs),
    follow: async (meetingId) => (await followFolder(folderOf(meetingId), locking)).sound,
    join: (meetingId, parts, made) =>
      joinFolders({
        to: folderOf(meetingId),
        made,
        parts: parts.map((part) => ({ ...part, folder: folderOf(part.meetingId) })),
        nowMs,
        locking,
      }),
    account: (meetingId) => accountOfFolder(folderOf(meetingId), locking),
    loudness: (meetingId) => loudnessOfFolder(folderOf(meetingId), { locking, nowMs }),
    removeSound: (meetingId) => removeSound(folderOf(meetingId), locking, nowMs),
    soundBytes: (meetingId) => soundBytes(folderOf(meetingId)),
    remove: (meetingId) => removeFolder(folderOf(meetingId)),
    plain: async () => (locking ? plainFolders(root) : []),
    async seal(meetingId) {
      if (locking) await sealFolder(folderOf(meetingId), locking)
    },
    rewrap: (from, to) => rewrapFolders(root, from, to),
    async list() {
      const names = await readdir(root).catch(() => [])
      return names.flatMap((name) => MeetingId.safeParse(name).data ?? [])
    },
  }
}

interface Keeping {
  readonly locking: Locking
  readonly nowMs: () => number
}

interface NewRecording extends Keeping {
  readonly tracks: readonly TrackName[]
  /** Null: nothing is held in memory. */
  readonly troubled: ((trouble: DiskTrouble | null) => void) | null
}

async function createRecording(
  folder: string,
  { tracks, nowMs, locking, troubled }: NewRecording,
): Promise<Recording> {
  const held = troubled && holdSound(troubled)
  try {
    await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
    // Not recursive: that would hide a read-only disk behind a missing folder.
    await mkdir(folder, { mode: 0o700 })
    try {
      const form = await newForm(folder, locking)
      const openTrack = (track: TrackName) => createTrackFile(form, track, held?.hold)
      const opening = { openTrack, locking, nowMs, hold: held?.holdAll ?? null }
      const { files, ledger } = await openFiles(form, tracks, opening)
      ledger.note({ type: 'opened', version: 1, tracks: [...tracks] })
      const pathOf = (track: TrackName) => trackPath(form, track)
      await held?.watch({ folder, tracks: files, ledger: ledger.waiting, pathOf })
      return liveRecording({ form, files, ledger, nowMs, held })
    } catch (error) {
      // Nothing was heard yet. Whatever keeps the folder is told less well than what came first.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
      throw error
    }
  } catch (error) {
    throw asWriteFailure(error)
  }
}

async function extendRecording(folder: string, keeping: Keeping): Promise<Recording> {
  const form = await formOf(folder, keeping.locking)
  const tracks = await tracksIn(form)
  try {
    const openTrack = (track: TrackName) => extendTrackFile(form, track)
    const { files, ledger } = await openFiles(form, tracks, { ...keeping, openTrack })
    ledger.note({ type: 'extended', tracks: lengthList(files) })
    return liveRecording({ form, files, ledger, nowMs: keeping.nowMs, held: null })
  } catch (error) {
    throw asWriteFailure(error)
  }
}

interface Opening extends LedgerKeeping {
  readonly openTrack: (track: TrackName) => Promise<TrackFile>
}

/** Opens all files of a recording, or leaves none of them open. */
async function openFiles(
  form: Form,
  tracks: readonly TrackName[],
  { openTrack, ...keeping }: Opening,
) {
  const files = new Map<TrackName, TrackFile>()
  try {
    for (const track of tracks) files.set(track, await openTrack(track))
    return { files, ledger: await openLedgerFile(form, keeping) }
  } catch (error) {
    await Promise.allSettled(Array.from(files.values(), (file) => file.close()))
    throw error
  }
}

interface Live {
  readonly form: Form
  readonly files: ReadonlyMap<TrackName, TrackFile>
  readonly ledger: LedgerFile
  readonly nowMs: () => number
  readonly held: HeldSound | null
}

function liveRecording({ form, files, ledger, nowMs, held }: Live): Recording {
  const progress = growth()
  const sync = syncSoon(files)
  const noteClock = clockNotes(ledger, nowMs)
  let phase: 'open' | 'closing' | 'closed' = 'open'
  let closed: Promise<void> | null = null
  const resting = new Set<TrackName>()

  const fileOf = (track: TrackName): TrackFile => {
    const file = files.get(track)
    if (!file) throw new Error(`This recording has no track ${track}.`)
    return file
  }

  function seen(track: TrackName, beyond: number): 'grown' | 'closed' | null {
    if (fileOf(track).length() > beyond) return 'grown'
    return phase === 'closed' ? 'closed' : null
  }

  async function finish(): Promise<void> {
    phase = 'closing'
    try {
      sync.stop()
      await finishFiles(files, ledger, held)
    } finally {
      phase = 'closed'
      progress.tell()
    }
  }

  return {
    tracks: [...files.keys()],
    length: (track) => fileOf(track).length(),
    read: (track, from, to) => fileOf(track).read(from, to),
    grown: (track, beyond, signal) => progress.wait(() => seen(track, beyond), signal),
    grownOrResting: (track, beyond, signal) =>
      progress.wait(() => seen(track, beyond) ?? (resting.has(track) ? 'resting' : null), signal),
    account: async () =>
      accountFor([...damageIn(files), ...(await readLedgerFile(form))], lengthsOf(files)),
    async append(track, samples) {
      if (phase !== 'open') throw new Error('The recording is closed.')
      const file = fileOf(track)
      await file.append(samples)
      sync.due()
      noteClock(track, file.length())
      progress.tell()
    },
    note(note) {
      ledger.note(note)
      if (note.type === 'paused') resting.add(note.track)
      if (note.type === 'resumed') resting.delete(note.track)
      progress.tell()
    },
    close: () => (closed ??= finish()),
    async [Symbol.asyncDispose]() {
      try {
        await (closed ? null : (closed = finish()))
      } finally {
        held?.[Symbol.dispose]()
        for (const file of files.values()) await file.close()
      }
    },
  }
}

function lengthsOf(files: ReadonlyMap<TrackName, TrackFile>): Map<TrackName, number> {
  return new Map(Array.from(files, ([track, file]) => [track, file.length()]))
}

function lengthList(files: ReadonlyMap<TrackName, TrackFile>) {
  return Array.from(lengthsOf(files), ([track, length]) => ({ track, length }))
}

/** Syncs all files at most once a second, off the path of the samples, and only when there is something new. */
function syncSoon(files: ReadonlyMap<TrackName, TrackFile>): { due(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null
  const syncAll = async (): Promise<void> => {
    timer = null
    for (const file of files.values()) await file.sync()
  }
  return {
    due() {
      // A failed sync is kept by the file and met by the next append.
      timer ??= setTimeout(() => void syncAll().catch(() => undefined), SYNC_EVERY_MS).unref()
    },
    stop() {
      if (timer) clearTimeout(timer)
    },
  }
}

/** Notes now and then which sample was reached at which time of the wall clock. */
function clockNotes(ledger: LedgerFile, nowMs: () => number) {
  const last = new Map<TrackName, number>()
  return (track: TrackName, at: number): void => {
    const now = nowMs()
    if (now - (last.get(track) ?? -Infinity) < CLOCK_EVERY_MS) return
    last.set(track, now)
    ledger.note({ type: 'clock', track, at })
  }
}
