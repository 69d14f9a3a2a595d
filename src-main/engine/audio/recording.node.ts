/**
 * Recordings as folders: `<root>/<meeting id>/` with one WAV file per track and `ledger.jsonl`.
 * Samples go to the system as they come, and to the disk itself once a second.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { MeetingId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'
import { accountFor } from './account.ts'
import type { DiskTrouble } from './disk-trouble.ts'
import { asWriteFailure } from './file-failure.ts'
import { finishFiles } from './finish-files.ts'
import { growth } from './growth.ts'
import { type HeldSound, holdSound } from './hold-sound.node.ts'
import { joinFolders } from './join-folders.node.ts'
import { type LedgerFile, openLedgerFile, readLedgerFile } from './ledger-file.node.ts'
import {
  accountOfFolder,
  followFolder,
  ledgerPath,
  openFolder,
  trackPath,
  tracksIn,
} from './recorded-folder.node.ts'
import { loudnessOfFolder } from './recorded-loudness.node.ts'
import type { Recording, Recordings } from './recording.ts'
import { removeSound, soundBytes } from './remove-sound.node.ts'
import { createTrackFile, extendTrackFile, type TrackFile } from './track-file.node.ts'

const SYNC_EVERY_MS = 1000
const CLOCK_EVERY_MS = 10_000

/** Keeps recordings in folders under `root`; `nowMs` is the wall clock of their ledgers. */
export function folderRecordings(root: string, nowMs: () => number = Date.now): Recordings {
  const folderOf = (meetingId: MeetingId): string => join(root, meetingId)
  return {
    folderOf,
    create: (meetingId, tracks, troubled) =>
      createRecording(folderOf(meetingId), { tracks, nowMs, troubled: troubled ?? null }),
    extend: (meetingId) => extendRecording(folderOf(meetingId), nowMs),
    open: (meetingId) => openFolder(folderOf(meetingId), nowMs),
    follow: (meetingId) => followFolder(folderOf(meetingId)),
    join: (meetingId, parts, made) =>
      joinFolders({
        to: folderOf(meetingId),
        made,
        parts: parts.map((part) => ({ ...part, folder: folderOf(part.meetingId) })),
        nowMs,
      }),
    account: (meetingId) => accountOfFolder(folderOf(meetingId)),
    loudness: (meetingId) => loudnessOfFolder(folderOf(meetingId)),
    removeSound: (meetingId) => removeSound(folderOf(meetingId), nowMs),
    soundBytes: (meetingId) => soundBytes(folderOf(meetingId)),
    async list() {
      const names = await readdir(root).catch(() => [])
      return names.flatMap((name) => MeetingId.safeParse(name).data ?? [])
    },
    remove: (meetingId) => rm(folderOf(meetingId), { recursive: true, force: true, maxRetries: 5 }),
  }
}

interface NewRecording {
  readonly tracks: readonly TrackName[]
  readonly nowMs: () => number
  /** Null: nothing is held in memory. */
  readonly troubled: ((trouble: DiskTrouble | null) => void) | null
}

async function createRecording(
  folder: string,
  { tracks, nowMs, troubled }: NewRecording,
): Promise<Recording> {
  const held = troubled && holdSound(troubled)
  const openTrack = (path: string) => createTrackFile(path, held?.hold)
  try {
    await mkdir(dirname(folder), { recursive: true })
    // Not recursive: that would hide a read-only disk behind a missing folder.
    await mkdir(folder)
    try {
      const { files, ledger } = await openFiles(folder, tracks, openTrack, { nowMs, held })
      ledger.note({ type: 'opened', version: 1, tracks: [...tracks] })
      const pathOf = (track: TrackName) => trackPath(folder, track)
      await held?.watch({ folder, tracks: files, ledger: ledger.waiting, pathOf })
      return liveRecording({ folder, files, ledger, nowMs, held })
    } catch (error) {
      // Nothing was heard yet. Whatever keeps the folder is told less well than what came first.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
      throw error
    }
  } catch (error) {
    throw asWriteFailure(error)
  }
}

async function extendRecording(folder: string, nowMs: () => number): Promise<Recording> {
  const tracks = await tracksIn(folder)
  try {
    const { files, ledger } = await openFiles(folder, tracks, extendTrackFile, { nowMs })
    ledger.note({ type: 'extended', tracks: lengthList(files) })
    return liveRecording({ folder, files, ledger, nowMs, held: null })
  } catch (error) {
    throw asWriteFailure(error)
  }
}

/** Opens all files of a recording, or leaves none of them open. */
async function openFiles(
  folder: string,
  tracks: readonly TrackName[],
  openTrack: (path: string) => Promise<TrackFile>,
  { nowMs, held = null }: { readonly nowMs: () => number; readonly held?: HeldSound | null },
) {
  const files = new Map<TrackName, TrackFile>()
  try {
    for (const track of tracks) files.set(track, await openTrack(trackPath(folder, track)))
    return { files, ledger: await openLedgerFile(ledgerPath(folder), nowMs, held?.holdAll) }
  } catch (error) {
    await Promise.allSettled(Array.from(files.values(), (file) => file.close()))
    throw error
  }
}

interface Live {
  readonly folder: string
  readonly files: ReadonlyMap<TrackName, TrackFile>
  readonly ledger: LedgerFile
  readonly nowMs: () => number
  readonly held: HeldSound | null
}

function liveRecording({ folder, files, ledger, nowMs, held }: Live): Recording {
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
    account: async () => accountFor(await readLedgerFile(ledgerPath(folder)), lengthsOf(files)),
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
