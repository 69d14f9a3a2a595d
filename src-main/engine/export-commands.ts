/** Meetings as files: one, many in an archive, and whether a file is still what it was. */
import { existsSync } from 'node:fs'
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { ExportedFile, ExportFormat, ExportOptions } from '#contract/export.ts'
import type { ExportId, MeetingId } from '#contract/ids.ts'
import type { Transcript } from '#contract/meeting.ts'
import type { RecordedSound } from './audio/recording.ts'
import { openArchive } from './export/open-archive.ts'
import type { Understood } from './export/understood.ts'
import { type Around, writeExport } from './export/write-export.ts'
import type { Parts } from './parts.ts'
import { readTranscript } from './read-transcript.ts'

type ExportCommand =
  | 'meeting.export'
  | 'meetings.export'
  | 'transcript.export'
  | 'export.cancel'
  | 'export.verify'

interface Options {
  readonly parts: Pick<Parts, 'keeping'>
  readonly tell: (event: EngineEvent) => void
  /** What exports tell besides the text. */
  readonly understood: (id: MeetingId) => Promise<Understood>
}

/** The least time between two tellings of how far an export is, in milliseconds. */
const tellEveryMs = 200

export function exportCommands({
  parts: { keeping },
  tell,
  understood,
}: Options): Pick<EngineApi, ExportCommand> {
  const running = new Map<ExportId, AbortController>()

  /** Does the work so that it can be ended, and only once under one id. */
  async function cancellable<T>(id: ExportId, work: (signal: AbortSignal) => Promise<T>) {
    if (running.has(id)) throw new AppError('invalid_input', 'This export is being made already.')
    const stop = new AbortController()
    running.set(id, stop)
    try {
      return await work(stop.signal)
    } finally {
      running.delete(id)
    }
  }

  async function written(
    meetingId: MeetingId,
    { format, options }: { readonly format: ExportFormat; readonly options: ExportOptions },
    around: Omit<Around, 'openSound'>,
  ): Promise<ExportedFile> {
    const transcript = await read(meetingId)
    const wish = { transcript, format, options, understood: await understood(meetingId) }
    return writeExport(wish, { ...around, openSound: () => openSound(meetingId) })
  }

  async function read(meetingId: MeetingId): Promise<Transcript> {
    const transcript = await readTranscript(keeping, meetingId)
    if (transcript) return transcript
    throw new AppError('not_found', 'There is no such meeting.')
  }

  async function openSound(meetingId: MeetingId): Promise<RecordedSound | null> {
    const { recordings } = keeping
    return existsSync(recordings.folderOf(meetingId)) ? recordings.follow(meetingId) : null
  }

  return {
    'meeting.export': ({ exportId, meetingId, ...wish }) =>
      cancellable(exportId, (signal) => {
        const progressed = tellingSometimes((share) =>
          tell({ type: 'export.progressed', exportId, meetingId, share }),
        )
        return written(meetingId, wish, { signal, progressed })
      }),
    'meetings.export': ({ exportId, meetingIds, ...wish }) =>
      cancellable(exportId, async (signal) => {
        const files = await openArchive()
        for (const [index, meetingId] of meetingIds.entries()) {
          const progressed = tellingSometimes((share) =>
            tell({
              type: 'export.progressed',
              exportId,
              meetingId,
              share: (index + share) / meetingIds.length,
            }),
          )
          files.add(await written(meetingId, wish, { signal, progressed }))
          progressed(1)
          signal.throwIfAborted()
        }
        return asArchive(await files.close(signal), wish.format)
      }),
    'transcript.export': ({ transcript, format, options }) =>
      writeExport(
        { transcript, format, options, understood: null },
        {
          signal: new AbortController().signal,
          progressed: () => {},
          openSound: async () => null,
        },
      ),
    async 'export.cancel'({ exportId }) {
      running.get(exportId)?.abort(cancelled())
      return null
    },
    async 'export.verify'({ path }) {
      const { verifyPlayer } = await import('./export/verify-player.ts')
      return verifyPlayer(path)
    },
  }
}

function cancelled(): AppError {
  return new AppError('cancelled', 'The export was ended. The meeting is kept as it is.')
}

function asArchive(bytes: Uint8Array, format: ExportFormat): ExportedFile {
  return {
    fileName: `RTSTT ${format}.zip`,
    mediaType: 'application/zip',
    encoding: 'base64',
    content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  }
}

/** Passes on one telling in a while; what is quick tells nothing at all. */
function tellingSometimes(told: (share: number) => void): (share: number) => void {
  let toldAt = performance.now()
  return (share) => {
    if (performance.now() - toldAt < tellEveryMs) return
    toldAt = performance.now()
    told(share)
  }
}
