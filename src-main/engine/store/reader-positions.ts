import type { MeetingId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'

/** The reader whose position says how much of a meeting has become text. */
export const RECOGNITION = 'recognition'

/** The reader that comes after it with the strongest means. */
export const REFINING = 'final'

/** How far each reader of a recording has come, in samples at 16 kHz. `Segments.commit` moves them. */
export interface ReaderPositions {
  /** The first sample that has not been read; 0 for a reader that has not begun. */
  read(meetingId: MeetingId, track: TrackName, reader: string): number
}
