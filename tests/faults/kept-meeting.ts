/** What a data folder holds once every program in it has ended, read through the engine's own doors. */
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Meeting, Transcript } from '#contract/meeting.ts'
import type { TrackName } from '#contract/transcript.ts'
import type { Keeping } from '#engine/parts.ts'
import { readTranscript } from '#engine/read-transcript.ts'
import { openForReading } from '#engine/store/open-database.sqlite.ts'
import { openKeeping } from '../../src-main/assemble-keeping.ts'

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
  const { keeping, lock } = await openKeeping({ folder: data, mode: 'write' })
  using _store = keeping.store
  const meetings: KeptMeeting[] = []
  const damage = databaseDamage(join(data, 'rtstt.sqlite'), lock.ring?.database.key ?? null)
  for (const meeting of keeping.store.meetings.list()) {
    const transcript = await readTranscript(keeping, meeting.id)
    if (transcript) meetings.push({ meeting, transcript, sound: await soundOf(keeping, meeting) })
    else damage.push('A meeting is listed and cannot be read.')
    using claim = keeping.claim(meeting.id)
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

function databaseDamage(file: string, key: Uint8Array | null): string[] {
  const db = openForReading(file, key)
  try {
    const found = [db.pragma('integrity_check'), db.pragma('foreign_key_check')]
    const sound = [[{ integrity_check: 'ok' }], []]
    return isDeepStrictEqual(found, sound) ? [] : [`The database: ${JSON.stringify(found)}.`]
  } finally {
    db.close()
  }
}
