import type { MeetingId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'
import type { Db } from './open-database.sqlite.ts'
import type { ReaderPositions } from './reader-positions.ts'

export function sqliteReaderPositions(db: Db): ReaderPositions {
  const position = db
    .prepare<[MeetingId, TrackName, string], number>(
      'SELECT sample FROM reader_position WHERE meeting_id = ? AND track = ? AND reader = ?',
    )
    .pluck()
  return { read: (meetingId, track, reader) => position.get(meetingId, track, reader) ?? 0 }
}
