import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Organising } from '#contract/library.ts'
import type { Meeting } from '#contract/meeting.ts'
import { fromRow, type MeetingRow, meetingRows } from './meeting-rows.ts'
import type { Db } from './open-database.sqlite.ts'
import type { Shelves } from './shelves.ts'

export function sqliteShelves(db: Db): Shelves {
  const one = db.prepare<[MeetingId], MeetingRow>(
    `${meetingRows} WHERE id = ? AND deleted_at IS NULL`,
  )
  const inFolder = db.prepare<[string], MeetingRow>(
    `${meetingRows} WHERE folder = ? AND deleted_at IS NULL ORDER BY started_at DESC, rowid DESC`,
  )
  const folders = db
    .prepare<[], string>('SELECT DISTINCT folder FROM meeting WHERE folder IS NOT NULL')
    .pluck()
  const tags = db.prepare<[], string>('SELECT DISTINCT tag FROM meeting_tag').pluck()
  const rename = db.prepare<[string, string]>('UPDATE meeting SET folder = ? WHERE folder = ?')
  const puts = putting(db)

  const organise = db.transaction((ids: readonly MeetingId[], wish: Organising): Meeting[] => {
    const folder = wish.folder && asKnown(wish.folder, folders.all())
    const knownTags = tags.all()
    const added = (wish.addTags ?? []).map((tag) => asKnown(tag, knownTags))
    const removed = (wish.removeTags ?? []).map((tag) => asKnown(tag, knownTags))
    for (const id of ids) {
      if (!one.get(id)) throw gone()
      if (folder !== undefined) puts.intoFolder(id, folder)
      for (const tag of removed) puts.untag(id, tag)
      for (const tag of added) puts.tag(id, tag)
      for (const name of wish.removePeople ?? []) puts.removePerson(id, name)
      for (const name of wish.addPeople ?? []) puts.addPerson(id, name)
    }
    return ids.flatMap((id) => one.get(id) ?? []).map(fromRow)
  })
  const renameFolder = db.transaction((from: string, to: string): Meeting[] => {
    const others = folders.all().filter((name) => name !== from)
    const name = asKnown(to, others)
    if (rename.run(name, from).changes === 0)
      throw new AppError('not_found', 'There is no such folder any more.')
    return inFolder.all(name).map(fromRow)
  })

  return {
    organise: (ids, wish) => organise.immediate([...new Set(ids)], wish),
    renameFolder: (from, to) => renameFolder.immediate(from, to),
  }
}

function putting(db: Db) {
  const folder = db.prepare<[string | null, MeetingId]>(
    'UPDATE meeting SET folder = ? WHERE id = ?',
  )
  const tag = db.prepare<[MeetingId, string]>('INSERT OR IGNORE INTO meeting_tag VALUES (?, ?)')
  const untag = db.prepare<[MeetingId, string]>(
    'DELETE FROM meeting_tag WHERE meeting_id = ? AND tag = ?',
  )
  const person = db.prepare<[MeetingId, string]>(
    'INSERT OR IGNORE INTO meeting_person VALUES (?, ?)',
  )
  const noPerson = db.prepare<[MeetingId, string]>(
    'DELETE FROM meeting_person WHERE meeting_id = ? AND name = ?',
  )
  return {
    intoFolder: (id: MeetingId, name: string | null) => void folder.run(name, id),
    tag: (id: MeetingId, name: string) => void tag.run(id, name),
    untag: (id: MeetingId, name: string) => void untag.run(id, name),
    addPerson: (id: MeetingId, name: string) => void person.run(id, name),
    removePerson: (id: MeetingId, name: string) => void noPerson.run(id, name),
  }
}

/** `budget` where `Budget` is there already would be a second folder that looks like the first. */
function asKnown(name: string, known: readonly string[]): string {
  if (known.includes(name)) return name
  const folded = name.toLowerCase()
  return known.find((other) => other.toLowerCase() === folded) ?? name
}

const gone = (): AppError =>
  new AppError('not_found', 'One of these meetings is not there any more. Nothing was changed.')
