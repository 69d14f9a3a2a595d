/** What a store holds, as records that can be compared: each is there once, and its words are what they were. */
import { lostTitle } from '#engine/store/rescue/settle-references.sqlite.ts'
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
    // One that was made for its text says so by its title.
    if (title !== lostTitle) add('meeting', id, title, folder)
    const texts = new Set<string>()
    for (const { id: segment, track, startMs, text, words } of store.segments.ofMeeting(id)) {
      add('segment', segment, text)
      // By how often a word was said before: its place is another one where words before it are lost.
      for (const [index, word] of words.entries()) {
        const before = words.slice(0, index).filter((other) => other.text === word.text).length
        add('word', segment, word.text, before)
      }
      const place = `${track} ${startMs}`
      if (texts.has(place)) twice.push('segment')
      texts.add(place)
    }
    for (const note of store.notes.ofMeeting(id)) add('meeting_note', note.id, note.text)
    for (const { summary } of [store.summaries.latest(id)].filter((one) => one !== null))
      add('summary', summary.id, summary.sections)
    for (const insight of store.insights.ofMeeting(id)) add('insight', insight.id, insight)
    for (const revision of store.revisions.ofMeeting(id)) add('revision', id, revision)
    const edit = store.edits.next(id, 'undo')
    if (edit) add('edit', id, edit.number)
  }
  return { records, twice }
}

/** Records of the one that the other does not hold, by table; what can only be lost with another is not counted again. */
export function missingFrom(before: Records, after: Records): Map<string, number> {
  const missing = new Map<string, number>()
  const segments = new Set(
    [...after].filter(([, table]) => table === 'segment').map(([record]) => namedIn(record)),
  )
  for (const [record, table] of before)
    // Words are those of a segment: where it is gone, they are.
    if (!after.has(record) && (table !== 'word' || segments.has(namedIn(record))))
      missing.set(table, (missing.get(table) ?? 0) + 1)
  return missing
}

function namedIn(record: string): unknown {
  const [, id] = JSON.parse(record) as readonly unknown[]
  return id
}
