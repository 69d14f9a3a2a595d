/** Puts the folders of several recordings together into one more. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { TrackName } from '#contract/transcript.ts'
import { asWriteFailure } from './file-failure.ts'
import { joinLedgers, type LedgerPart } from './join-ledgers.ts'
import { damageIn } from './damage.node.ts'
import type { LedgerEntry } from './ledger.ts'
import { type LedgerFile, openLedgerFile, readLedgerFile } from './ledger-file.node.ts'
import { lengthsThere } from './recorded-folder.node.ts'
import { type Form, formOf, type Locking, newForm } from './recording-form.node.ts'
import type { JoinedPart } from './recording.ts'
import { removeFolder } from './remove-sound.node.ts'
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
  readonly locking: Locking
}

/** A minute of samples: copied at once, so that neither memory nor anybody who waits is filled. */
const copiedAtOnce = 16_000 * 60

export async function joinFolders({ to, parts, made, nowMs, locking }: Wish): Promise<void> {
  const tracks = TrackName.options.filter((track) =>
    parts.some((part) => part.tracks.includes(track)),
  )
  try {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await mkdir(to, { mode: 0o700 })
    made()
    const form = await newForm(to, locking)
    const sources: Source[] = []
    for (const { folder, length } of parts)
      sources.push({ form: await formOf(folder, locking), length, heard: new Map(), damage: [] })
    const lengths = new Map<TrackName, number>()
    for (const track of tracks) lengths.set(track, await joinTrack(track, form, sources))
    const ledger = await openLedgerFile(form, { locking, nowMs })
    await joinLedger(ledger, { tracks, sources, lengths, nowMs })
  } catch (error) {
    // Half of it is of no use to anybody; what it was made of is untouched.
    await removeFolder(to).catch(() => undefined)
    throw asWriteFailure(error)
  }
}

/** One of the recordings that are joined. */
interface Source {
  readonly form: Form
  readonly length: number
  /** How much of each track it has. */
  readonly heard: Map<TrackName, number>
  readonly damage: LedgerEntry[]
}

async function joinTrack(
  track: TrackName,
  form: Form,
  sources: readonly Source[],
): Promise<number> {
  const file = await createTrackFile(form, track)
  try {
    let end = 0
    for (const source of sources) {
      const sound = await openIfThere(source.form, track)
      try {
        source.heard.set(track, sound ? await copy(sound, file, source.length) : 0)
        if (sound) source.damage.push(...damageIn(new Map([[track, sound]])))
      } finally {
        await sound?.close()
      }
      end += source.length
      await fill(file, end)
    }
    await file.idle()
    await file.sync()
    return file.length()
  } finally {
    await file.close()
  }
}

async function openIfThere(form: Form, track: TrackName): Promise<TrackReader | null> {
  return (await lengthsThere(form)).has(track) ? openTrackFile(form, track, 'ended') : null
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

interface JoiningLedgers extends Pick<Wish, 'nowMs'> {
  readonly tracks: readonly TrackName[]
  readonly sources: readonly Source[]
  readonly lengths: ReadonlyMap<TrackName, number>
}

async function joinLedger(
  ledger: LedgerFile,
  { tracks, sources, lengths, nowMs }: JoiningLedgers,
): Promise<void> {
  let from = 0
  const joined: LedgerPart[] = []
  for (const { form, length, heard, damage } of sources) {
    const entries = [...damage, ...(await readLedgerFile(form))]
    joined.push({ entries, from, length, heard })
    from += length
  }
  ledger.note({ type: 'opened', version: 1, tracks: [...tracks] })
  for (const [note, wallMs] of joinLedgers(tracks, joined)) ledger.note(note, wallMs ?? nowMs())
  const ends = Array.from(lengths, ([track, length]) => ({ track, length }))
  ledger.note({ type: 'closed', tracks: ends })
  await ledger.close()
}
