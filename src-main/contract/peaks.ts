import { z } from 'zod'
import { TrackAccount } from './account.ts'
import { TrackName } from './transcript.ts'

/** How loud a stretch of a recording is, in equal parts, as a waveform draws it. */
export const SoundPeaks = z.strictObject({
  fromMs: z.int().nonnegative(),
  toMs: z.int().nonnegative(),
  tracks: z.array(
    z.strictObject({
      name: TrackName,
      /** The loudest sample of each part, 0 to 1; 0 behind the end of a track that is shorter. */
      peaks: z.array(z.number().min(0).max(1)),
      /** What is missing or was muted within the stretch. */
      gaps: TrackAccount.shape.gaps,
      pauses: TrackAccount.shape.pauses,
    }),
  ),
})
export type SoundPeaks = Readonly<z.infer<typeof SoundPeaks>>

/** More parts than this no screen can show. */
export const mostPeaks = 4000
