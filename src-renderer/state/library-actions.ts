/** What a person does to many meetings, and to files that are to become some. */
import { AppError } from '#contract/errors.ts'
import type { ImportId, MeetingId } from '#contract/ids.ts'
import type { Organising } from '#contract/library.ts'
import type { Meeting } from '#contract/meeting.ts'
import type { EngineClient } from '#wire/connect.ts'
import { wholeImports } from './imports.ts'
import { applyToLibrary } from './library.ts'
import { problemNotice, tell, type Update } from './perform.ts'
import { applyToTrash } from './trash.ts'

export interface LibraryActions {
  organise(meetingIds: readonly MeetingId[], wish: Organising): Promise<boolean>
  renameFolder(from: string, to: string): Promise<boolean>
  merge(meetingIds: readonly MeetingId[], title: string | null): Promise<Meeting | null>
  /** Moves them to the trash; answers with those that are there now. */
  discard(meetingIds: readonly MeetingId[]): Promise<readonly MeetingId[]>
  undelete(meetingIds: readonly MeetingId[]): Promise<void>
  purge(meetingIds: readonly MeetingId[]): Promise<void>
  readTrash(): Promise<void>
  readImports(): Promise<void>
  /** Hands files to the engine, one after the other; what cannot be taken is told. */
  importFiles(files: readonly File[]): Promise<void>
  cancelSending(key: string): void
  cancelImport(importId: ImportId): Promise<void>
  clearImports(): Promise<void>
}

/** How a file gets to the engine. */
export interface FileWays {
  readonly pathOf: (file: File) => string | null
  readonly send: (file: File, signal: AbortSignal) => Promise<void>
}

export function libraryActions(
  update: Update,
  client: EngineClient,
  ways: FileWays,
): LibraryActions {
  async function attempt<T>(run: () => Promise<T>): Promise<T | null> {
    try {
      return await run()
    } catch (error) {
      tell(update, problemNotice(error, null))
      return null
    }
  }
  return {
    ...ordering(update, client, attempt),
    ...trashing(update, client, attempt),
    ...importing(update, client, { ways, attempt }),
  }
}

type Attempt = <T>(run: () => Promise<T>) => Promise<T | null>

function ordering(
  update: Update,
  client: EngineClient,
  attempt: Attempt,
): Pick<LibraryActions, 'organise' | 'renameFolder' | 'merge'> {
  const keep = (meetings: Meeting[]): boolean => {
    update(({ library }) => ({
      library: applyToLibrary(library, { type: 'meetings.organised', meetings }),
    }))
    return true
  }
  return {
    organise: async (meetingIds, wish) =>
      (await attempt(async () =>
        keep(await client.call('meeting.organise', { meetingIds: [...meetingIds], ...wish })),
      )) ?? false,
    renameFolder: async (from, to) =>
      (await attempt(async () => keep(await client.call('folder.rename', { from, to })))) ?? false,
    merge: (meetingIds, title) =>
      attempt(() => client.call('meeting.merge', { meetingIds: [...meetingIds], title })),
  }
}

function trashing(
  update: Update,
  client: EngineClient,
  attempt: Attempt,
): Pick<LibraryActions, 'discard' | 'undelete' | 'purge' | 'readTrash'> {
  return {
    async discard(meetingIds) {
      const gone = await Promise.all(
        meetingIds.map((meetingId) =>
          attempt(async () => {
            await client.call('meeting.delete', { meetingId })
            return meetingId
          }),
        ),
      )
      return gone.filter((id) => id !== null)
    },
    async undelete(meetingIds) {
      await Promise.all(
        meetingIds.map((meetingId) =>
          attempt(async () => {
            const meeting = await client.call('meeting.restore', { meetingId })
            const event = { type: 'meeting.restored', meeting } as const
            update(({ library, trash }) => ({
              library: applyToLibrary(library, event),
              trash: applyToTrash(trash, event),
            }))
          }),
        ),
      )
    },
    async purge(meetingIds) {
      await attempt(() => client.call('meeting.purge', { meetingIds: [...meetingIds] }))
    },
    async readTrash() {
      update(({ trash }) => ({ trash: { ...trash, phase: 'reading' } }))
      const meetings = await attempt(() => client.call('meeting.listDeleted', {}))
      update(({ trash }) =>
        meetings
          ? { trash: { phase: 'whole', meetings } }
          : { trash: { ...trash, phase: 'whole' } },
      )
    },
  }
}

function importing(
  update: Update,
  client: EngineClient,
  { ways, attempt }: { readonly ways: FileWays; readonly attempt: Attempt },
): Pick<
  LibraryActions,
  'readImports' | 'importFiles' | 'cancelSending' | 'cancelImport' | 'clearImports'
> {
  const stops = new Map<string, AbortController>()
  let last = 0

  /** Shows that it is on its way, until it has arrived or nobody wants it any more. */
  function announce(file: File): { readonly key: string; readonly signal: AbortSignal } {
    const key = `${(last += 1)}`
    const stop = new AbortController()
    stops.set(key, stop)
    update(({ imports }) => ({
      imports: { ...imports, sending: [...imports.sending, { key, fileName: file.name }] },
    }))
    return { key, signal: stop.signal }
  }
  function arrived(key: string): void {
    stops.delete(key)
    update(({ imports }) => ({
      imports: { ...imports, sending: imports.sending.filter((one) => one.key !== key) },
    }))
  }

  return {
    async readImports() {
      update(({ imports }) => ({ imports: { ...imports, phase: 'reading' } }))
      const files = await attempt(() => client.call('import.list', {}))
      update(({ imports }) => ({
        imports: files ? wholeImports(imports, files) : { ...imports, phase: 'unread' },
      }))
    },
    async importFiles(files) {
      const paths = files.map(ways.pathOf)
      const known = paths.filter((path) => path !== null)
      if (known.length > 0) await attempt(() => client.call('import.add', { paths: known }))
      const sent = files.filter((_, place) => paths[place] === null)
      const waiting = sent.map((file) => ({ file, ...announce(file) }))
      for (const { file, key, signal } of waiting) {
        try {
          if (!signal.aborted) await ways.send(file, signal)
        } catch (error) {
          if (!signal.aborted) tell(update, problemNotice(error, null))
        } finally {
          arrived(key)
        }
      }
    },
    cancelSending: (key) => stops.get(key)?.abort(new AppError('cancelled', 'Not sent.')),
    async cancelImport(importId) {
      await attempt(() => client.call('import.cancel', { importId }))
    },
    async clearImports() {
      await attempt(() => client.call('import.clear', {}))
    },
  }
}
