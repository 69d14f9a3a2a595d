/**
 * The ledger of a recording: one JSON line per fact, only ever appended. It says which samples hold
 * sound that was heard, which are missing and why, and how sample positions lie against the wall clock.
 * Positions and lengths are samples at 16 kHz; a gap is a place in the recording that holds filled-in silence.
 */
import { z } from 'zod'
import { GapCause } from '#contract/account.ts'
import { TrackName } from '#contract/transcript.ts'

const position = z.int().nonnegative()

/** What others may write into the ledger; the recording adds the wall clock. */
export const LedgerNote = z.discriminatedUnion('type', [
  /** What a track hears from this sample on: a device, or the kind of a file. Never the name of a person's file. */
  z.object({
    type: z.literal('source'),
    track: TrackName,
    at: position,
    name: z.string(),
    sampleRate: z.int().positive(),
    channels: z.int().positive(),
  }),
  z.object({
    type: z.literal('gap'),
    track: TrackName,
    from: position,
    length: position,
    cause: GapCause,
  }),
  /** A gap that goes on until a `gap` of the same beginning tells its whole length; after a kill to the end of the sound. */
  z.object({ type: z.literal('gap_open'), track: TrackName, from: position, cause: GapCause }),
  /** Nothing is recorded between these two; the recording goes on at the same sample. */
  z.object({
    type: z.literal('paused'),
    track: TrackName,
    at: position,
    cause: z.enum(['person', 'sleep']),
  }),
  z.object({ type: z.literal('resumed'), track: TrackName, at: position }),
  /** The sound ended before it should have; `missing` is how much is known to be lost. */
  z.object({
    type: z.literal('cut_short'),
    track: TrackName,
    at: position,
    missing: position.nullable(),
  }),
])
export type LedgerNote = Readonly<z.infer<typeof LedgerNote>>

const lengths = z.array(z.object({ track: TrackName, length: position }))

/** What only the recording itself writes. */
const OwnNote = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened'), version: z.literal(1), tracks: z.array(TrackName) }),
  /** So many samples of the track were on disk at this wall clock time. */
  z.object({ type: z.literal('clock'), track: TrackName, at: position }),
  z.object({ type: z.literal('closed'), tracks: lengths }),
  /** Its source goes on: sound is appended again behind these lengths. */
  z.object({ type: z.literal('extended'), tracks: lengths }),
  /** The program died while recording; found when the recording was opened again. */
  z.object({ type: z.literal('recovered'), tracks: lengths }),
  /** A retention rule removed the sound, which was so long; the ledger stays. */
  z.object({ type: z.literal('removed'), tracks: lengths }),
])
export type OwnNote = Readonly<z.infer<typeof OwnNote>>

/** One line: a note and when it was written, in milliseconds since 1970. */
export const LedgerEntry = z.intersection(
  z.union([LedgerNote, OwnNote]),
  z.object({ wallMs: z.number() }),
)
export type LedgerEntry = Readonly<z.infer<typeof LedgerEntry>>

/** A note as it stands in the file. */
export function toLine(note: LedgerNote | OwnNote, wallMs: number): string {
  return `${JSON.stringify({ wallMs, ...note })}\n`
}

/** Reads a ledger. A line cut by a kill, or written by a newer program, is passed over. */
export function parseLedger(text: string): LedgerEntry[] {
  return text.split('\n').flatMap((line) => {
    const entry = LedgerEntry.safeParse(jsonOrNull(line))
    return entry.success ? [entry.data] : []
  })
}

function jsonOrNull(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
