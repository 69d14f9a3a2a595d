import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Db } from './open-database.sqlite.ts'
import type { Retention } from './retention.ts'

export function sqliteRetention(db: Db): Retention {
  const add = db.prepare<[MeetingId]>(
    'INSERT OR IGNORE INTO exempt_meeting (meeting_id) VALUES (?)',
  )
  const remove = db.prepare<[MeetingId]>('DELETE FROM exempt_meeting WHERE meeting_id = ?')
  const all = db.prepare<[], MeetingId>('SELECT meeting_id FROM exempt_meeting').pluck()
  const kept = db.prepare<[string], 1>('SELECT 1 FROM meeting WHERE id = ?').pluck()
  const isKept = (id: string): boolean => kept.get(id) === 1
  return {
    exempt(id, exempt) {
      if (!isKept(id)) throw new AppError('not_found', 'There is no such meeting.')
      if (exempt) add.run(id)
      else remove.run(id)
    },
    exempted: () => all.all(),
    isKept,
  }
}
