/** What a data folder holds once every program in it has ended, read through the engine's own doors. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Meeting, Transcript } from '#contract/meeting.ts'
import type { TrackName } from '#contract/transcript.ts'
import type { Keeping } from '#engine/parts.ts'
import { openForReading } from '#engine/store/open-database.sqlite.ts'
import { assemble } from '../../src-main/assemble.ts'

export interface KeptMeeting {
  readonly meeting: Meeting
  readonly transcript: Transcript
  readonly sound: ReadonlyMap<TrackName, Int16Array>
}

export interface Inside {
  readonly meetings: readonly KeptMeeting[]
  /** What is wrong with the database or in the folder, a sentence each. */
  readonly damage: readonly string[]
}

export async function lookInside(data: string): Promise<Inside> {
  let keeping: Keeping | null = null
  await using engine = await assemble({
    dataFolder: data,
    adapt(parts) {
      keeping = parts.keeping
      return parts
    },
  })
  const kept = keeping as Keeping | null
  if (!kept) throw new Error('No engine is made without keeping.')
  const meetings: KeptMeeting[] = []
  const damage = databaseDamage(data)
  for (const meeting of await engine.api['meeting.list']({})) {
    const transcript = await engine.api['meeting.read']({ meetingId: meeting.id })
    meetings.push({ meeting, transcript, sound: await soundOf(kept, meeting) })
    using claim = kept.claim(meeting.id)
    if (!claim) damage.push('The lock of a meeting is still held.')
  }
  return { meetings, damage }
}

async function soundOf({ recordings }: Keeping, { id }: Meeting) {
  await using recorded = await recordings.open(id)
  const sound = new Map<TrackName, Int16Array>()
  for (const track of recorded.tracks)
    sound.set(track, await recorded.read(track, 0, recorded.length(track)))
  return sound
}

function databaseDamage(data: string): string[] {
  const file = join(data, 'rtstt.sqlite')
  if (!existsSync(file)) return ['There is no database.']
  const db = openForReading(file)
  try {
    const found = [db.pragma('integrity_check'), db.pragma('foreign_key_check')]
    const sound = [[{ integrity_check: 'ok' }], []]
    return isDeepStrictEqual(found, sound) ? [] : [`The database: ${JSON.stringify(found)}.`]
  } finally {
    db.close()
  }
}
