/** What a person does to many meetings: put them in order, delete them and have them back, make one of several. */
import { setImmediate } from 'node:timers/promises'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { DeletedMeeting } from '#contract/library.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { Recordings } from './audio/recording.ts'
import { expired, keptUntilMs } from './library/trash-rules.ts'
import type { MeetingRuns } from './meeting-runs.ts'
import { mergeMeetings } from './merge-meetings.ts'
import type { Parts } from './parts.ts'
import { removalTime } from './removal-time.ts'
import { chosenSettings } from './settings-commands.ts'
import { notePurge } from './store/backup/purged-at.ts'

type LibraryCommand =
  | 'meeting.organise'
  | 'folder.rename'
  | 'meeting.merge'
  | 'meeting.delete'
  | 'meeting.restore'
  | 'meeting.listDeleted'
  | 'meeting.purge'

interface World extends Pick<MeetingRuns, 'running'> {
  readonly parts: Parts
  readonly tell: (event: EngineEvent) => void
  /** Ends whatever reads the meeting again. */
  readonly cancelRefining: (id: MeetingId) => Promise<void>
}

export function libraryCommands(world: World): Pick<EngineApi, LibraryCommand> {
  const { parts, tell, cancelRefining } = world
  const { store } = parts.keeping
  const organised = (meetings: Meeting[]): Meeting[] => {
    if (meetings.length > 0) tell({ type: 'meetings.organised', meetings })
    return meetings
  }

  return {
    'meeting.organise': async ({ meetingIds, ...wish }) =>
      organised(store.shelves.organise(meetingIds, wish)),
    'folder.rename': async ({ from, to }) => organised(store.shelves.renameFolder(from, to)),
    async 'meeting.merge'({ meetingIds, title }) {
      const ids = [...new Set(meetingIds)]
      for (const id of ids) await cancelRefining(id)
      const meeting = await mergeMeetings(
        parts,
        ids.map((id) => existing(parts, id)),
        title,
      )
      tell({ type: 'meeting.merged', meeting, of: ids })
      for (const meetingId of ids) tell({ type: 'meeting.deleted', meetingId })
      return meeting
    },
    async 'meeting.delete'({ meetingId }) {
      if (world.running(meetingId) || existing(parts, meetingId).state === 'live')
        throw new AppError('meeting_busy', 'This meeting is still being recorded. Stop it first.')
      await cancelRefining(meetingId)
      store.trash.put(meetingId, parts.clock.now())
      tell({ type: 'meeting.deleted', meetingId })
      return null
    },
    async 'meeting.restore'({ meetingId }) {
      store.trash.takeOut(meetingId)
      const meeting = existing(parts, meetingId)
      tell({ type: 'meeting.restored', meeting })
      return meeting
    },
    'meeting.listDeleted': async () => listDeleted(parts),
    async 'meeting.purge'({ meetingIds }) {
      const failure = await purge(world, meetingIds)
      if (failure) throw failure
      return null
    },
  }
}

/** Removes for good what was deleted long enough ago; what cannot be removed now is tried again the next time. */
export async function purgeExpired(world: Pick<World, 'parts' | 'tell'>): Promise<void> {
  const { keeping, log } = world.parts
  const nowMs = removalTime(world.parts)
  if (nowMs === null) return
  const { keepDeletedDays } = chosenSettings(keeping.store.settings)
  const ids = expired(keeping.store.trash.list(), keepDeletedDays, nowMs)
  if (ids.length === 0) return
  const failure = await purge(world, ids)
  log.info('trash.purged', { meetings: ids.length, whole: failure === null })
}

/** The first failure, after all of it was tried. */
async function purge(
  { parts: { keeping, clock }, tell }: Pick<World, 'parts' | 'tell'>,
  ids: readonly MeetingId[],
): Promise<AppError | null> {
  const { store, recordings } = keeping
  const gone: MeetingId[] = []
  let failure: AppError | null = null
  for (const id of new Set(ids)) {
    if (!store.trash.holds(id)) {
      failure ??= new AppError('not_found', 'This meeting is not in the trash any more.')
      continue
    }
    try {
      // The sound goes first: a meeting whose sound could not be deleted must stay in sight.
      await removeSound(recordings, id)
      store.transaction(() => {
        notePurge(store.settings, clock.now())
        store.meetings.erase(id)
      })
      gone.push(id)
      // Thousands of segments take a moment each: whoever records is not kept waiting for all of them.
      // A timer of the clock would not keep a program alive that does nothing else.
      await setImmediate()
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      failure ??= error
    }
  }
  if (gone.length > 0) {
    store.meetings.forget()
    tell({ type: 'meetings.purged', meetingIds: gone })
  }
  return failure
}

async function removeSound(recordings: Recordings, id: MeetingId): Promise<void> {
  await recordings.remove(id).catch((cause: unknown) => {
    const message = 'A file of this meeting is open in another program. Close it and try again.'
    throw new AppError('meeting_busy', message, { cause })
  })
}

function listDeleted({ keeping: { store } }: Parts): DeletedMeeting[] {
  const { keepDeletedDays } = chosenSettings(store.settings)
  const iso = (ms: number): string => new Date(ms).toISOString()
  return store.trash.list().map(({ meeting, deletedAtMs }) => ({
    ...meeting,
    deletedAt: iso(deletedAtMs),
    keptUntil: iso(keptUntilMs(deletedAtMs, keepDeletedDays)),
  }))
}

function existing({ keeping }: Parts, id: MeetingId): Meeting {
  const meeting = keeping.store.meetings.read(id)
  if (meeting) return meeting
  throw new AppError('not_found', 'There is no such meeting. It may have been deleted.')
}
