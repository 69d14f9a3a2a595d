/** What can be asked about the room that meetings take, and about what removes them. */
import type { EngineApi } from '#contract/commands.ts'
import { usualBytesPerMs } from '#contract/disk-room.ts'
import { AppError } from '#contract/errors.ts'
import type { MeetingRetention } from './meeting-retention.ts'
import type { Parts } from './parts.ts'

type StorageCommand = 'storage.describe' | 'storage.preview' | 'storage.exempt' | 'storage.clean'

const bytesPerHour = usualBytesPerMs * 3_600_000

export function storageCommands(
  { keeping, keptFiles, log }: Pick<Parts, 'keeping' | 'keptFiles' | 'log'>,
  retention: Pick<MeetingRetention, 'preview'>,
): Pick<EngineApi, StorageCommand> {
  const { store, recordings } = keeping
  const leftovers = () => keptFiles.leftovers(store.retention.isKept)

  return {
    async 'storage.describe'() {
      const meetings = store.meetings.names()
      let meetingsWithSound = 0
      for (const { id } of meetings)
        if ((await recordings.soundBytes(id)) > 0) meetingsWithSound += 1
      const freeBytes = await keptFiles.freeBytes()
      return {
        dataFolder: keptFiles.folder,
        logFile: keptFiles.logFile,
        bytes: await keptFiles.measure(),
        freeBytes,
        hoursThatFit: freeBytes === null ? null : Math.floor((freeBytes / bytesPerHour) * 10) / 10,
        meetings: meetings.length,
        meetingsWithSound,
        oldestMeetingAt: meetings.at(-1)?.startedAt ?? null,
        leftovers: summed(store.readOnly ? [] : await leftovers()),
      }
    },
    'storage.preview': ({ rules }) => retention.preview(rules),
    async 'storage.exempt'({ meetingId, exempt }) {
      store.retention.exempt(meetingId, exempt)
      return null
    },
    async 'storage.clean'() {
      const found = await leftovers()
      const removed: typeof found = []
      for (const leftover of found) {
        try {
          if (await keptFiles.remove(leftover)) removed.push(leftover)
        } catch (error) {
          log.bug('leftover.kept', error)
        }
      }
      if (found.length > 0 && removed.length === 0)
        throw new AppError(
          'data_busy',
          'The files that are left over are open in another program. Close it and try again.',
        )
      log.info('storage.cleaned', summed(removed))
      return summed(removed)
    },
  }
}

function summed(leftovers: ReadonlyArray<{ readonly bytes: number }>) {
  return { count: leftovers.length, bytes: leftovers.reduce((sum, { bytes }) => sum + bytes, 0) }
}
