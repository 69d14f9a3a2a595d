import { z } from 'zod'
import type { MeetingId, SummaryId } from '#contract/ids.ts'
import { type Summary, SummarySection } from '#contract/summary.ts'
import type { Db } from './open-database.sqlite.ts'
import type { NewSummary, Summaries, WantedBy } from './summaries.ts'

interface Row {
  readonly id: SummaryId
  readonly meeting_id: MeetingId
  readonly revision: number
  readonly written_at: number
  readonly author: Summary['author']
  readonly wanted_by: WantedBy
  readonly model: string | null
  readonly without: string | null
  readonly template: string
  readonly language: string
  readonly state: Summary['state']
  readonly outdated: number
  readonly title: string | null
  readonly sections: string
  readonly dropped: number
}

const Sections = z.array(SummarySection)

export function sqliteSummaries(db: Db): Summaries {
  const columns = `id, meeting_id, revision, written_at, author, wanted_by, model, without, template, language,
    state, outdated, title, sections, dropped`
  const newest = 'ORDER BY revision DESC'
  const all = db.prepare<[MeetingId], Row>(
    `SELECT ${columns} FROM summary WHERE meeting_id = ? ${newest}`,
  )
  const latest = db.prepare<[MeetingId], Row>(
    `SELECT ${columns} FROM summary WHERE meeting_id = ? ${newest} LIMIT 1`,
  )
  const one = db.prepare<[MeetingId, SummaryId], Row>(
    `SELECT ${columns} FROM summary WHERE meeting_id = ? AND id = ?`,
  )
  const remove = db.prepare<[SummaryId]>('DELETE FROM summary WHERE id = ?')
  const insert = db.prepare<Row>(`
    INSERT INTO summary (${columns}) VALUES (@id, @meeting_id, @revision, @written_at, @author, @wanted_by,
      @model, @without, @template, @language, @state, @outdated, @title, @sections, @dropped)`)
  const setOutdated = db.prepare<[SummaryId]>('UPDATE summary SET outdated = 1 WHERE id = ?')

  const add = db.transaction((summary: NewSummary, wantedBy: WantedBy): Summary | null => {
    const known = latest.get(summary.meetingId)
    if (wantedBy === 'nobody' && known?.wanted_by === 'person') return null
    const replaces = wantedBy === 'nobody' && known?.wanted_by === 'nobody'
    if (replaces) remove.run(known.id)
    const revision = known ? known.revision + (replaces ? 0 : 1) : 1
    const whole = { ...summary, revision, outdated: false }
    insert.run(toRow(whole, wantedBy))
    return whole
  })
  const outdate = db.transaction((meetingId: MeetingId): Summary | null => {
    const known = latest.get(meetingId)
    if (!known || known.outdated === 1) return null
    setOutdated.run(known.id)
    return { ...fromRow(known), outdated: true }
  })

  return {
    add: (summary, wantedBy) => add.immediate(summary, wantedBy),
    latest(meetingId) {
      const row = latest.get(meetingId)
      return row ? { summary: fromRow(row), wantedBy: row.wanted_by } : null
    },
    ofMeeting: (meetingId) => all.all(meetingId).map(fromRow),
    read(meetingId, id) {
      const row = one.get(meetingId, id)
      return row ? fromRow(row) : null
    },
    outdate: (meetingId) => outdate.immediate(meetingId),
  }
}

function toRow({ meetingId, writtenAt, sections, outdated, ...same }: Summary, by: WantedBy): Row {
  return {
    ...same,
    meeting_id: meetingId,
    written_at: Date.parse(writtenAt),
    wanted_by: by,
    outdated: Number(outdated),
    sections: JSON.stringify(sections),
  }
}

function fromRow(row: Row): Summary {
  const { meeting_id, written_at, wanted_by: _, outdated, sections, ...same } = row
  return {
    ...same,
    meetingId: meeting_id,
    writtenAt: new Date(written_at).toISOString(),
    outdated: outdated === 1,
    sections: Sections.parse(JSON.parse(sections)),
  }
}
