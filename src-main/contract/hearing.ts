import { z } from 'zod'
import { MeetingId } from './ids.ts'
import { TrackName } from './transcript.ts'

/**
 * `opening`: the first device is being opened. `hearing`: sound arrives, which may be silence. `lost`: no device can be
 * heard, and it is tried again. `deaf`: the device says that it plays or hears, and nothing of it arrives.
 * `ended`: nothing more will be heard on this track.
 */
export const TrackState = z.enum(['opening', 'hearing', 'lost', 'deaf', 'ended'])
export type TrackState = z.infer<typeof TrackState>

/** What a live meeting hears at this moment, and what it was told not to hear. */
export const Hearing = z.strictObject({
  meetingId: MeetingId,
  paused: z.boolean(),
  /** The microphone is kept out of the recording; the other side is still heard. */
  microphoneMuted: z.boolean(),
  /** Milliseconds of silence until it stops by itself, as it was announced; null while it is not about to. */
  silenceEndsInMs: z.int().nonnegative().nullable(),
  tracks: z.array(
    z.strictObject({
      track: TrackName,
      state: TrackState,
      /** The device as the system shows it to people; null while there is none. */
      device: z.string().nullable(),
      /** All outputs of the computer but our own sound, not that device alone. */
      everything: z.boolean(),
    }),
  ),
})
export type Hearing = Readonly<z.infer<typeof Hearing>>

/** How loud a track is just now: the largest sample and the root of the mean square, full scale at 1. */
export const Level = z.strictObject({
  track: TrackName,
  peak: z.number().min(0),
  rms: z.number().min(0),
})
export type Level = Readonly<z.infer<typeof Level>>
