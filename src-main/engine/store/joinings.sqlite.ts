import type { MeetingId } from '#contract/ids.ts'
import type { Joinings } from './joinings.ts'
import type { Db } from './open-database.sqlite.ts'

export function sqliteJoinings(db: Db): Joinings {
  const begin = db.prepare<[MeetingId, number]>('INSERT INTO joining VALUES (?, ?)')
  const all = db.prepare<[], { readonly meetingId: MeetingId; readonly begunAtMs: number }>(
    'SELECT meeting_id AS meetingId, begun_at AS begunAtMs FROM joining',
  )
  const forget = db.prepare<[MeetingId]>('DELETE FROM joining WHERE meeting_id = ?')
  return {
    begin: (meetingId, atMs) => void begin.run(meetingId, atMs),
    unfinished: () => all.all(),
    forget: (meetingId) => void forget.run(meetingId),
  }
}
