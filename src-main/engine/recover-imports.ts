/** Puts right what a kill left of files that were being read. */
import { existsSync } from 'node:fs'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Parts } from './parts.ts'
import type { StoredImport } from './store/imports.ts'

type Tell = (event: EngineEvent) => void

/** What is read by this program, or by another one that runs, is left alone. */
export async function recoverImports(
  parts: Parts,
  tell: Tell,
  isMine: (id: MeetingId) => boolean,
): Promise<void> {
  const { imports } = parts.keeping.store
  if (parts.keeping.store.readOnly) return
  for (const file of imports.list()) {
    if (file.state !== 'reading' || (file.meetingId && isMine(file.meetingId))) continue
    await recoverOne(parts, tell, file)
  }
  const wanted = imports.list().filter(({ state }) => state === 'waiting' || state === 'reading')
  await parts.uploads.clear(new Set(wanted.map(({ path }) => path)))
}

async function recoverOne(parts: Parts, tell: Tell, { id, meetingId }: StoredImport) {
  const { meetings, imports, trash } = parts.keeping.store
  const meeting = meetingId && meetings.read(meetingId)
  if (meetingId && trash.holds(meetingId))
    return imports.end(id, { state: 'cancelled', meetingId: null, failure: null })
  if (!meeting) return imports.putBack(id)
  if (meeting.state === 'live') return
  if (meeting.state === 'done') return imports.end(id, { state: 'done', meetingId, failure: null })
  if (await removePartOf(parts, tell, meeting.id)) imports.putBack(id)
}

/** Half of a file is no meeting; the file itself is still there. False: another program works on it. */
export async function removePartOf(
  { keeping }: Parts,
  tell: Tell,
  meetingId: MeetingId,
): Promise<boolean> {
  if (existsSync(keeping.recordings.folderOf(meetingId))) {
    const claim = keeping.claim(meetingId)
    if (!claim) return false
    claim[Symbol.dispose]()
    await keeping.recordings.remove(meetingId)
  }
  if (keeping.store.meetings.read(meetingId)) keeping.store.meetings.delete(meetingId)
  tell({ type: 'meeting.deleted', meetingId })
  return true
}
