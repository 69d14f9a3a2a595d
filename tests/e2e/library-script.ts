/** The part of the scripted engine that keeps a library: folders and tags, the trash, and files that wait. */
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { ImportId, type MeetingId } from '#contract/ids.ts'
import type { Import } from '#contract/import.ts'
import type { DeletedMeeting } from '#contract/library.ts'
import type { Meeting } from '#contract/meeting.ts'

type LibraryCommand =
  | 'meeting.organise'
  | 'folder.rename'
  | 'meeting.merge'
  | 'meeting.delete'
  | 'meeting.restore'
  | 'meeting.listDeleted'
  | 'meeting.purge'
  | 'import.add'
  | 'import.list'
  | 'import.cancel'
  | 'import.clear'

export interface LibraryScript {
  readonly api: Pick<EngineApi, LibraryCommand>
  /** Lets a file of the queue be as it says. */
  setImport(file: Import): void
}

export function anImport(change: Partial<Import> = {}): Import {
  return {
    id: ImportId.parse(randomUUID()),
    fileName: 'interview.wav',
    sizeBytes: 640_000,
    state: 'waiting',
    meetingId: null,
    readMs: 0,
    totalMs: null,
    leftMs: null,
    failure: null,
    ...change,
  }
}

const dayMs = 86_400_000

export function libraryScript(
  meetings: Map<MeetingId, Meeting>,
  emit: (event: EngineEvent) => void,
): LibraryScript {
  const trash = new Map<MeetingId, DeletedMeeting>()
  const imports = new Map<ImportId, Import>()
  const meetingOf = (id: MeetingId): Meeting => {
    const meeting = meetings.get(id)
    if (!meeting) throw new AppError('not_found', 'There is no such meeting.')
    return meeting
  }
  function discard(id: MeetingId): void {
    const meeting = meetingOf(id)
    if (meeting.state === 'live')
      throw new AppError('meeting_busy', 'This meeting is still being recorded. Stop it first.')
    const now = Date.now()
    const iso = (ms: number): string => new Date(ms).toISOString()
    trash.set(id, { ...meeting, deletedAt: iso(now), keptUntil: iso(now + 30 * dayMs) })
    meetings.delete(id)
    emit({ type: 'meeting.deleted', meetingId: id })
  }
  function organised(changed: Meeting[]): Meeting[] {
    for (const meeting of changed) meetings.set(meeting.id, meeting)
    emit({ type: 'meetings.organised', meetings: changed })
    return changed
  }
  function setImport(file: Import): void {
    imports.set(file.id, file)
    emit({ type: 'import.changed', imports: [file], removed: [] })
  }

  return {
    setImport,
    api: {
      'meeting.organise': async ({ meetingIds, folder, addTags = [], removeTags = [] }) =>
        organised(
          meetingIds.map(meetingOf).map((meeting) => ({
            ...meeting,
            folder: folder === undefined ? meeting.folder : folder,
            tags: [...new Set([...meeting.tags, ...addTags])]
              .filter((tag) => !removeTags.includes(tag))
              .toSorted(),
          })),
        ),
      'folder.rename': async ({ from, to }) =>
        organised(
          [...meetings.values()]
            .filter(({ folder }) => folder === from)
            .map((meeting) => ({ ...meeting, folder: to })),
        ),
      'meeting.merge': async ({ meetingIds, title }) => {
        const parts = meetingIds
          .map(meetingOf)
          .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
        const [first] = parts
        if (!first) throw new AppError('invalid_input', 'Choose at least two meetings to merge.')
        const id = randomUUID() as MeetingId
        const durationMs = parts.reduce((sum, part) => sum + part.durationMs, 0)
        const meeting = { ...first, id, title: title ?? first.title, durationMs }
        meetings.set(id, meeting)
        emit({ type: 'meeting.merged', meeting, of: [...meetingIds] })
        for (const part of parts) discard(part.id)
        return meeting
      },
      'meeting.delete': async ({ meetingId }) => {
        discard(meetingId)
        return null
      },
      'meeting.restore': async ({ meetingId }) => {
        const deleted = trash.get(meetingId)
        if (!deleted) throw new AppError('not_found', 'This meeting is not in the trash any more.')
        const { deletedAt: _, keptUntil: __, ...meeting } = deleted
        trash.delete(meetingId)
        meetings.set(meetingId, meeting)
        emit({ type: 'meeting.restored', meeting })
        return meeting
      },
      'meeting.listDeleted': async () => [...trash.values()].toReversed(),
      'meeting.purge': async ({ meetingIds }) => {
        for (const id of meetingIds) trash.delete(id)
        emit({ type: 'meetings.purged', meetingIds: [...meetingIds] })
        return null
      },
      'import.add': async ({ paths }) =>
        paths.map((path) => {
          const file = anImport({ fileName: basename(path) })
          setImport(file)
          return file
        }),
      'import.list': async () => [...imports.values()],
      'import.cancel': async ({ importId }) => {
        const file: Import = { ...(imports.get(importId) ?? anImport()), state: 'cancelled' }
        setImport(file)
        return file
      },
      'import.clear': async () => {
        const removed = [...imports.values()]
          .filter(({ state }) => state !== 'waiting' && state !== 'reading')
          .map(({ id }) => id)
        for (const id of removed) imports.delete(id)
        emit({ type: 'import.changed', imports: [], removed })
        return null
      },
    },
  }
}

/** What a transcript tells of its meeting. */
export function described({ id, title, startedAt, durationMs, language, model }: Meeting) {
  return { id, title, startedAt, durationMs, language, model }
}

export const notScripted = async (): Promise<never> => {
  throw new AppError('internal', 'This is not scripted.')
}
