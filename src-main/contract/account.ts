import { z } from 'zod'

/**
 * Why samples are missing. `no_device`: there was none to open. `device_glitch`: the device itself lost them.
 * `overrun`: this program did not take them in time. `deaf`: the device gave silence while it was playing.
 * `not_recorded`: one of the meetings that were merged did not have this track, or had less of it.
 * `damaged`: it was recorded, and what is on the disk cannot be read any more.
 */
export const GapCause = z.enum([
  'no_device',
  'device_lost',
  'device_changed',
  'device_glitch',
  'overrun',
  'deaf',
  'muted',
  'sleep',
  'file_hole',
  'not_recorded',
  'damaged',
])
export type GapCause = z.infer<typeof GapCause>

const ms = z.number().nonnegative()

/** What became of one track: everything that was not heard has its place and its cause. */
export const TrackAccount = z.strictObject({
  lengthMs: ms,
  /** The share of the track that holds what was heard, 0 to 1; what was muted on purpose is not counted as missing. */
  captured: z.number().min(0).max(1),
  gaps: z.array(z.strictObject({ atMs: ms, lengthMs: ms, cause: GapCause })),
  /** Time that is not in the recording at all: it goes on at the same place. `lengthMs` is by the wall clock, null while it lasts. */
  pauses: z.array(
    z.strictObject({
      atMs: ms,
      lengthMs: ms.nullable(),
      cause: z.enum(['person', 'sleep']),
    }),
  ),
  /** What the track heard, from each place on: a device, or the kind of a file. */
  sources: z.array(
    z.strictObject({
      atMs: ms,
      name: z.string(),
      sampleRate: z.int().positive(),
      channels: z.int().positive(),
    }),
  ),
  /** The sound is known to have ended before it should have. */
  cutShort: z.boolean(),
  /** When a retention rule removed the sound; null: it did not. */
  removedAt: z.iso.datetime().nullable(),
})
export type TrackAccount = Readonly<z.infer<typeof TrackAccount>>
