import { z } from 'zod'
import { MeetingId } from './ids.ts'
import { SoundClip } from './meeting.ts'
import { mostPeaks, SoundPeaks } from './peaks.ts'
import { TrackName } from './transcript.ts'

/** What can be asked of the sound of a meeting, also while it is recorded. */
export const soundCommands = {
  /** How a place of a meeting sounds: at most half a minute, less where the recording ends before. */
  'meeting.clip': {
    input: z.strictObject({
      meetingId: MeetingId,
      /** Null: all tracks heard together. */
      track: TrackName.nullable(),
      fromMs: z.int().nonnegative(),
      toMs: z.int().nonnegative(),
    }),
    output: SoundClip,
  },
  /** How loud a meeting is in so many equal parts of a stretch of it, or of all of it where no end is given. */
  'meeting.peaks': {
    input: z.strictObject({
      meetingId: MeetingId,
      buckets: z.int().min(1).max(mostPeaks),
      fromMs: z.int().nonnegative(),
      toMs: z.int().nonnegative().nullable(),
    }),
    output: SoundPeaks,
  },
} as const
