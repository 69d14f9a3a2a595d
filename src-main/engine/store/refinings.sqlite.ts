import type { MeetingId } from '#contract/ids.ts'
import type { Db } from './open-database.sqlite.ts'
import { REFINING } from './reader-positions.ts'
import type { Refinings, WantedRefining } from './refinings.ts'

interface Row {
  readonly meeting_id: MeetingId
  readonly model: string
  readonly extent: WantedRefining['extent']
  readonly spent_ms: number
}

export function sqliteRefinings(db: Db): Refinings {
  const put = db.prepare<Omit<Row, 'spent_ms'>>(`
    INSERT INTO refining (meeting_id, model, extent) VALUES (@meeting_id, @model, @extent)
    ON CONFLICT DO UPDATE SET model = excluded.model, extent = excluded.extent, spent_ms = 0`)
  const beginAnew = db.prepare<[MeetingId, string]>(
    'DELETE FROM reader_position WHERE meeting_id = ? AND reader = ?',
  )
  const spend = db.prepare<[number, MeetingId]>(
    'UPDATE refining SET spent_ms = spent_ms + ? WHERE meeting_id = ?',
  )
  const remove = db.prepare<[MeetingId]>('DELETE FROM refining WHERE meeting_id = ?')
  const one = db.prepare<[MeetingId], Row>(
    'SELECT meeting_id, model, extent, spent_ms FROM refining WHERE meeting_id = ?',
  )
  const all = db.prepare<[], Row>('SELECT meeting_id, model, extent, spent_ms FROM refining')

  const want = db.transaction(({ meetingId, model, extent }: Omit<WantedRefining, 'spentMs'>) => {
    if (one.get(meetingId)?.model !== model) beginAnew.run(meetingId, REFINING)
    put.run({ meeting_id: meetingId, model, extent })
  })

  return {
    want: (wanted) => want.immediate(wanted),
    spend: (meetingId, ms) => void spend.run(Math.round(ms), meetingId),
    forget: (meetingId) => void remove.run(meetingId),
    read(meetingId) {
      const row = one.get(meetingId)
      return row ? fromRow(row) : null
    },
    all: () => all.all().map(fromRow),
  }
}

function fromRow({ meeting_id, model, extent, spent_ms }: Row): WantedRefining {
  return { meetingId: meeting_id, model, extent, spentMs: spent_ms }
}
