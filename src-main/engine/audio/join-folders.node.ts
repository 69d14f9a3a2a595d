/** Puts the folders of several recordings together into one more. */
import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { TrackName } from '#contract/transcript.ts'
import { asWriteFailure, systemCode } from './file-failure.ts'
import { joinLedgers, type LedgerPart } from './join-ledgers.ts'
import type { LedgerEntry } from './ledger.ts'
import { openLedgerFile, readLedgerFile } from './ledger-file.node.ts'
import { ledgerPath, trackPath } from './recorded-folder.node.ts'
import type { JoinedPart } from './recording.ts'
import {
  createTrackFile,
  openTrackFile,
  type TrackFile,
  type TrackReader,
} from './track-file.node.ts'

interface Wish {
  readonly to: string
  readonly parts: ReadonlyArray<JoinedPart & { readonly folder: string }>
  /** Called as soon as the folder is there, before anything is copied into it. */
  readonly made: () => void
  readonly nowMs: () => number
}

/** A minute of samples: copied at once, so that neither memory nor anybody who waits is filled. */
const copiedAtOnce = 16_000 * 60

export async function joinFolders({ to, parts, made, nowMs }: Wish): Promise<void> {
  const tracks = TrackName.options.filter((track) =>
    parts.some((part) => part.tracks.includes(track)),
  )
  try {
    await mkdir(dirname(to), { recursive: true })
    await mkdir(to)
    made()
    const heard = parts.map(() => new Map<TrackName, number>())
    const lengths = new Map<TrackName, number>()
    for (const track of tracks) lengths.set(track, await joinTrack(track, { to, parts, heard }))
    await joinLedger(tracks, { to, parts, heard, nowMs, lengths })
  } catch (error) {
    // Half of it is of no use to anybody; what it was made of is untouched.
    await rm(to, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
    throw asWriteFailure(error)
  }
}

interface Joining extends Pick<Wish, 'to' | 'parts'> {
  readonly heard: ReadonlyArray<Map<TrackName, number>>
}

async function joinTrack(track: TrackName, { to, parts, heard }: Joining): Promise<number> {
  const file = await createTrackFile(trackPath(to, track))
  try {
    let end = 0
    for (const [place, { folder, length }] of parts.entries()) {
      const source = await openIfThere(trackPath(folder, track))
      try {
        heard[place]?.set(track, source ? await copy(source, file, length) : 0)
      } finally {
        await source?.close()
      }
      end += length
      await fill(file, end)
    }
    await file.idle()
    await file.sync()
    return file.length()
  } finally {
    await file.close()
  }
}

async function openIfThere(path: string): Promise<TrackReader | null> {
  try {
    return await openTrackFile(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

async function copy(source: TrackReader, file: TrackFile, length: number): Promise<number> {
  const end = Math.min(length, source.length())
  let at = 0
  while (at < end) {
    const samples = await source.read(at, Math.min(end, at + copiedAtOnce))
    if (samples.length === 0) break
    await file.append(samples)
    at += samples.length
  }
  return at
}

async function fill(file: TrackFile, end: number): Promise<void> {
  while (file.length() < end)
    await file.append(new Int16Array(Math.min(copiedAtOnce, end - file.length())))
}

async function joinLedger(
  tracks: readonly TrackName[],
  {
    to,
    parts,
    heard,
    nowMs,
    lengths,
  }: Joining &
    Pick<Wish, 'nowMs'> & {
      readonly lengths: ReadonlyMap<TrackName, number>
    },
): Promise<void> {
  let from = 0
  const joined: LedgerPart[] = []
  for (const [place, { folder, length }] of parts.entries()) {
    const entries = await readIfThere(ledgerPath(folder))
    joined.push({ entries, from, length, heard: heard[place] ?? new Map() })
    from += length
  }
  const ledger = await openLedgerFile(ledgerPath(to), nowMs)
  ledger.note({ type: 'opened', version: 1, tracks: [...tracks] })
  for (const [note, wallMs] of joinLedgers(tracks, joined)) ledger.note(note, wallMs ?? nowMs())
  const ends = Array.from(lengths, ([track, length]) => ({ track, length }))
  ledger.note({ type: 'closed', tracks: ends })
  await ledger.close()
}

async function readIfThere(path: string): Promise<LedgerEntry[]> {
  try {
    return await readLedgerFile(path)
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}
