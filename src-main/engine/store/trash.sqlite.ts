import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import { fromRow, type MeetingRow, meetingRows } from './meeting-rows.ts'
import type { Db } from './open-database.sqlite.ts'
import type { Trash } from './trash.ts'

export function sqliteTrash(db: Db): Trash {
  const put = db.prepare<[number, MeetingId]>(
    'UPDATE meeting SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL',
  )
  const takeOut = db.prepare<[MeetingId]>(
    'UPDATE meeting SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT NULL',
  )
  const list = db.prepare<[], MeetingRow>(
    `${meetingRows} WHERE deleted_at IS NOT NULL ORDER BY deleted_at DESC, rowid DESC`,
  )
  const holds = db
    .prepare<[MeetingId], 0 | 1>(
      'SELECT EXISTS (SELECT 1 FROM meeting WHERE id = ? AND deleted_at IS NOT NULL)',
    )
    .pluck()

  return {
    put(id, atMs) {
      if (put.run(atMs, id).changes === 0)
        throw new AppError('not_found', 'There is no such meeting. It may have been deleted.')
    },
    takeOut(id) {
      if (takeOut.run(id).changes === 0)
        throw new AppError('not_found', 'This meeting is not in the trash any more.')
    },
    list: () =>
      list.all().map((row) => ({ meeting: fromRow(row), deletedAtMs: row.deleted_at ?? 0 })),
    holds: (id) => holds.get(id) === 1,
  }
}
