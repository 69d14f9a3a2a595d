/** What a store holds, as records that can be compared: each is there once, and its words are what they were. */
import { openStore } from '#engine/store/store.sqlite.ts'

/** Each with the table that its loss is counted for. */
export type Records = ReadonlyMap<string, string>

export interface Held {
  readonly records: Records
  /** Records that are there more than once. */
  readonly twice: readonly string[]
}

export function recordsOf(database: string, key: Uint8Array | null): Held {
  using store = openStore(database, { key })
  const records = new Map<string, string>()
  const twice: string[] = []
  const add = (table: string, ...parts: readonly unknown[]): void => {
    const record = JSON.stringify([table, ...parts])
    if (records.has(record)) twice.push(table)
    records.set(record, table)
  }
  for (const { id, title, folder } of store.meetings.list()) {
    add('meeting', id, title, folder)
    const texts = new Set<string>()
    for (const { id: segment, track, startMs, text, words } of store.segments.ofMeeting(id)) {
      add('segment', segment, text)
      for (const [position, word] of words.entries()) add('word', segment, position, word.text)
      const place = `${track} ${startMs}`
      if (texts.has(place)) twice.push('segment')
      texts.add(place)
    }
    for (const note of store.notes.ofMeeting(id)) add('meeting_note', note.id, note.text)
    for (const { summary } of [store.summaries.latest(id)].filter((one) => one !== null))
      add('summary', summary.id, summary.sections)
    for (const insight of store.insights.ofMeeting(id)) add('insight', insight.id, insight)
    for (const revision of store.revisions.ofMeeting(id)) add('revision', id, revision)
    add('edit', id, store.edits.next(id, 'undo')?.number ?? null)
  }
  return { records, twice }
}

/** Records of the one that the other does not hold, by table. */
export function missingFrom(before: Records, after: Records): Map<string, number> {
  const missing = new Map<string, number>()
  for (const [record, table] of before)
    if (!after.has(record)) missing.set(table, (missing.get(table) ?? 0) + 1)
  return missing
}
