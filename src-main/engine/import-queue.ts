/**
 * Files become meetings one after the other. The queue is kept: what waits outlives a kill, and what was being read
 * begins anew without leaving a second meeting.
 */
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { AppError, toWireError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { ImportId, type MeetingId } from '#contract/ids.ts'
import type { Import } from '#contract/import.ts'
import { type Progress, toImport } from './library/import-progress.ts'
import { recoverImports, removePartOf } from './recover-imports.ts'
import type { MeetingRuns } from './meeting-runs.ts'
import type { Parts } from './parts.ts'
import type { MeetingRun } from './run-meeting.ts'
import { titleFor } from './session/title.ts'
import type { StoredImport } from './store/imports.ts'

export interface ImportQueue extends AsyncDisposable {
  add(paths: readonly string[]): Promise<Import[]>
  /** A file that is sent here; its bytes are kept first. */
  receive(fileName: string, bytes: AsyncIterable<Uint8Array>): Promise<Import>
  list(): Promise<Import[]>
  cancel(id: ImportId): Promise<Import>
  clear(): Promise<void>
  /** Puts right what a kill left. */
  recover(): Promise<void>
  /** Goes on with what waits. */
  resume(): void
  note(event: EngineEvent): void
}

interface World {
  readonly parts: Parts
  readonly tell: (event: EngineEvent) => void
  readonly runs: Pick<MeetingRuns, 'importFile' | 'mayImport'>
}

/** The file that is being read. */
interface Current {
  readonly id: ImportId
  readonly startedAtMs: number
  run: MeetingRun | null
  progress: Progress
  cancelled: boolean
}

const mostWaiting = 10_000
const taken = new AppError(
  'cancelled',
  'Somebody else reads this file, or nobody wants it any more.',
)

export function importQueue({ parts, tell, runs }: World): ImportQueue {
  const { keeping, clock, log, newId, uploads } = parts
  const { imports } = keeping.store
  let current: Current | null = null
  let working: Promise<void> | null = null
  let leaving = false

  const seen = (stored: StoredImport): Import =>
    toImport(stored, stored.id === current?.id ? current.progress : undefined)
  const show = (ids: readonly ImportId[]): Import[] => {
    const shown = ids.flatMap((id) => imports.read(id) ?? []).map(seen)
    tell({ type: 'import.changed', imports: shown, removed: [] })
    return shown
  }

  function wake(): void {
    if (leaving || working) return
    working = work()
      .then(
        () => true,
        (error: unknown) => {
          log.bug('imports.stopped', error)
          return false
        },
      )
      .then((isWell) => {
        working = null
        if (isWell && imports.next()) wake()
      })
  }

  async function work(): Promise<void> {
    for (let next = imports.next(); next && !leaving; next = imports.next()) await read(next)
  }

  async function read(file: StoredImport): Promise<void> {
    const mine: Current = {
      id: file.id,
      startedAtMs: clock.now(),
      run: null,
      progress: { readMs: 0, totalMs: null, spentMs: 0 },
      cancelled: false,
    }
    current = mine
    try {
      await becomeMeeting(file, mine)
    } catch (error) {
      if (error === taken) return
      if (!(error instanceof AppError)) log.bug('import.failed', error)
      end(file, { state: 'failed', meetingId: null, failure: toWireError(error) })
    } finally {
      current = null
      const now = imports.read(file.id)
      if (now && now.state !== 'waiting' && uploads.holds(file.path))
        await uploads.remove(file.path)
      show([file.id])
    }
  }

  async function becomeMeeting(file: StoredImport, mine: Current): Promise<void> {
    const { path, fileName } = file
    const title = titleFor({ kind: 'file', path: fileName, pace: 'fast', channels: 'mix' }, 0)
    const run = await runs.importFile({ path, title }, (meetingId) => {
      if (!imports.begin(file.id, meetingId)) throw taken
    })
    mine.run = run
    show([file.id])
    if (leaving || mine.cancelled) run.leave()
    const { outcome, failure } = await run.over
    const { meetingId } = run
    if (outcome === 'interrupted' && !failure && (leaving || mine.cancelled)) {
      await removePartOf(parts, tell, meetingId)
      if (mine.cancelled) end(file, { state: 'cancelled', meetingId: null, failure: null })
      else imports.putBack(file.id)
      return
    }
    const kept = keeping.store.meetings.read(meetingId) ? meetingId : null
    if (failure)
      return end(file, { state: 'failed', meetingId: kept, failure: toWireError(failure) })
    end(file, { state: outcome === 'done' ? 'done' : 'cancelled', meetingId: kept, failure: null })
  }

  function end(file: StoredImport, how: Parameters<typeof imports.end>[1]): void {
    imports.end(file.id, how)
    log.info('import.over', {
      importId: file.id,
      state: how.state,
      code: how.failure?.code ?? null,
    })
  }

  async function enqueue(
    files: ReadonlyArray<{ readonly path: string; readonly fileName: string }>,
  ) {
    await runs.mayImport()
    const waiting = imports.list().filter(({ state }) => state === 'waiting').length
    if (waiting + files.length > mostWaiting)
      throw new AppError('invalid_input', `More than ${mostWaiting} files cannot wait at once.`)
    const added = await Promise.all(
      files.map(async ({ path, fileName }) => {
        const size = await stat(path).then(
          ({ size: bytes }) => bytes,
          () => 0,
        )
        return { id: ImportId.parse(newId()), path, fileName, sizeBytes: size }
      }),
    )
    imports.add(added)
    const shown = show(added.map(({ id }) => id))
    wake()
    return shown
  }

  return {
    add: (paths) =>
      enqueue(paths.map((path) => ({ path: resolve(path), fileName: basename(path) }))),
    async receive(name, bytes) {
      await runs.mayImport()
      const path = await uploads.receive(name, bytes)
      try {
        const [shown] = await enqueue([{ path, fileName: nameOf(name) }])
        if (shown) return shown
        throw new Error('Nothing was added')
      } catch (error) {
        await uploads.remove(path)
        throw error
      }
    },
    async list() {
      await recover()
      return imports.list().map(seen)
    },
    async cancel(id) {
      const known = imports.read(id)
      if (!known) throw new AppError('not_found', 'This file is not in the queue any more.')
      if (current?.id === id) {
        current.cancelled = true
        current.run?.leave()
        // A file that is still being opened has no meeting yet; what waits for it ends first.
        if (known.state === 'waiting')
          end(known, { state: 'cancelled', meetingId: null, failure: null })
        await working
      } else if (known.state === 'waiting') {
        end(known, { state: 'cancelled', meetingId: null, failure: null })
        if (uploads.holds(known.path)) await uploads.remove(known.path)
      } else if (known.state === 'reading')
        throw new AppError('meeting_busy', 'Another running RTSTT reads this file. Stop it there.')
      const [shown] = show([id])
      if (shown) return shown
      throw new AppError('not_found', 'This file is not in the queue any more.')
    },
    async clear() {
      const removed = imports.clear().map(({ id }) => id)
      if (removed.length > 0) tell({ type: 'import.changed', imports: [], removed })
    },
    recover,
    resume: wake,
    note(event) {
      if (event.type !== 'meeting.progressed' || event.meetingId !== current?.run?.meetingId) return
      const { readMs, totalMs } = event
      // A clock that was put back has measured nothing.
      const spentMs = Math.max(0, clock.now() - current.startedAtMs)
      current.progress = { readMs, totalMs, spentMs }
      show([current.id])
    },
    async [Symbol.asyncDispose]() {
      leaving = true
      current?.run?.leave()
      await working
    },
  }

  function recover(): Promise<void> {
    return recoverImports(parts, tell, (id: MeetingId) => current?.run?.meetingId === id)
  }
}

/** A browser sends a name without its folder; whoever else sends one may not. */
function nameOf(sent: string): string {
  return sent.split(/[/\\]/).at(-1)?.trim().slice(0, 255) || 'sound'
}
