import { ErrorCode } from '#contract/errors.ts'
import type { ImportId, MeetingId } from '#contract/ids.ts'
import type { ImportState } from '#contract/import.ts'
import type { Imports, NewImport, StoredImport } from './imports.ts'
import type { Db } from './open-database.sqlite.ts'

interface Row {
  readonly id: ImportId
  readonly path: string
  readonly file_name: string
  readonly size_bytes: number
  readonly state: ImportState
  readonly meeting_id: MeetingId | null
  readonly code: string | null
  readonly message: string | null
}

const columns = 'id, path, file_name, size_bytes, state, meeting_id, code, message'
const over = `state IN ('done', 'failed', 'cancelled')`

export function sqliteImports(db: Db): Imports {
  const insert = db.prepare<Omit<Row, 'state' | 'meeting_id' | 'code' | 'message'>>(`
    INSERT INTO import (id, path, file_name, size_bytes, state)
    VALUES (@id, @path, @file_name, @size_bytes, 'waiting')`)
  const list = db.prepare<[], Row>(`SELECT ${columns} FROM import ORDER BY number`)
  const one = db.prepare<[ImportId], Row>(`SELECT ${columns} FROM import WHERE id = ?`)
  const next = db.prepare<[], Row>(
    `SELECT ${columns} FROM import WHERE state = 'waiting' ORDER BY number LIMIT 1`,
  )
  const begin = db.prepare<[MeetingId, ImportId]>(
    `UPDATE import SET state = 'reading', meeting_id = ? WHERE id = ? AND state = 'waiting'`,
  )
  const putBack = db.prepare<[ImportId]>(
    `UPDATE import SET state = 'waiting', meeting_id = NULL WHERE id = ? AND state = 'reading'`,
  )
  const end = db.prepare<Pick<Row, 'id' | 'state' | 'meeting_id' | 'code' | 'message'>>(`
    UPDATE import SET state = @state, meeting_id = @meeting_id, code = @code, message = @message
    WHERE id = @id`)
  const clear = db.prepare<[], Row>(`DELETE FROM import WHERE ${over} RETURNING ${columns}`)
  const add = db.transaction((imports: readonly NewImport[]): void => {
    for (const { id, path, fileName, sizeBytes } of imports)
      insert.run({ id, path, file_name: fileName, size_bytes: sizeBytes })
  })
  const fromRowOrNull = (row: Row | undefined): StoredImport | null => (row ? fromRow(row) : null)

  return {
    add: (imports) => add.immediate(imports),
    list: () => list.all().map(fromRow),
    read: (id) => fromRowOrNull(one.get(id)),
    next: () => fromRowOrNull(next.get()),
    begin: (id, meetingId) => begin.run(meetingId, id).changes === 1,
    putBack: (id) => void putBack.run(id),
    end(id, { state, meetingId, failure }) {
      const { code = null, message = null } = failure ?? {}
      end.run({ id, state, meeting_id: meetingId, code, message })
    },
    clear: () => clear.all().map(fromRow),
  }
}

function fromRow(row: Row): StoredImport {
  const { id, path, state, message } = row
  const code = ErrorCode.safeParse(row.code).data ?? 'internal'
  return {
    id,
    path,
    fileName: row.file_name,
    sizeBytes: row.size_bytes,
    state,
    meetingId: row.meeting_id,
    failure: message === null ? null : { code, message },
  }
}
