/** Makes backups by itself at quiet moments, and lets none outlive what was deleted for good. */
import type { Backup, Backups } from '#contract/backup.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Parts } from './parts.ts'
import { backupsToRemove, hasRoom, isBackupDue, outlived } from './store/backup/backup-rules.ts'
import { purgedAtMs } from './store/backup/purged-at.ts'
import { errorCode, putInWords } from './store/storage-errors.ts'

interface Options {
  readonly parts: Pick<Parts, 'clock' | 'log' | 'keeping' | 'backups' | 'damage'>
  readonly tell: (event: EngineEvent) => void
}

export interface KeptBackups extends AsyncDisposable {
  /** Looks now, and from then on every hour, whether a backup is due. */
  begin(): void
  heard(event: EngineEvent): void
  /** Looks once more: the keys are others now. */
  renew(): void
  make(): Promise<Backup>
  state(): Backups
}

const lookEveryMs = 60 * 60_000
/** The program ends without a backup that takes longer, in milliseconds. */
const patienceMs = 20_000

const noRoom =
  'There is too little space on the disk of the data folder for a backup. Free some space; until then the last backup stays.'

export function keepBackups({ parts, tell }: Options): KeptBackups {
  const { clock, log, backups, damage } = parts
  const { store } = parts.keeping
  let problem: string | null = null
  let madeMs = 0
  let stopLooking = (): void => {}
  let running: Promise<void> = Promise.resolve()

  const state = (): Backups => ({
    folder: backups.folder,
    backups: backups.list(),
    restoring: backups.restoring(),
    problem,
  })

  /** One after the other: a second one would only find what the first one made. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = running.then(work)
    running = mine.then(
      () => undefined,
      () => undefined,
    )
    return mine
  }

  function removeAll(old: readonly Backup[]): void {
    for (const backup of old) {
      try {
        backups.remove(backup)
      } catch (error) {
        // Open in another program: the next look removes it.
        log.warn('backup.kept', { code: errorCode(error) })
      }
    }
  }

  async function make(): Promise<Backup> {
    try {
      if (!hasRoom(backups.databaseBytes(), backups.freeBytes()))
        throw new AppError('disk_full', noRoom)
      const made = await backups.make(nextTime())
      problem = null
      madeMs = clock.now()
      removeAll(stale())
      removeAll(backupsToRemove(backups.list()))
      log.info('backup.made', { bytes: made.bytes })
      return made
    } catch (error) {
      const told = putInWords(error)
      if (!(told instanceof AppError)) throw error
      problem = told.message
      log.warn('backup.failed', { code: told.code })
      if (told.code === 'data_broken') damage.suspect()
      throw told
    } finally {
      tell({ type: 'backups.changed', ...state() })
    }
  }

  /** Those that hold what was deleted for good, and those of an earlier key. */
  function stale(): Backup[] {
    const all = backups.list()
    const old = outlived(all, purgedAtMs(store.settings))
    return all.filter((backup) => old.includes(backup) || !backups.opens(backup.id))
  }
  /** Also where the clock was set back, it is newer than what it is to replace. */
  function nextTime(): number {
    const newest = Math.max(0, ...backups.list().map(({ madeAt }) => Date.parse(madeAt)))
    return Math.max(clock.now(), purgedAtMs(store.settings) + 1, newest + 1)
  }
  const isQuiet = (): boolean => store.meetings.withState('live').length === 0

  /**
   * What was deleted for good is in no backup any more, also where no new one can be made. But while the database is damaged
   * they may be all that is left of the rest: they go when it is repaired.
   */
  async function forgetPurged(): Promise<void> {
    if (stale().length === 0) return
    try {
      await make()
    } finally {
      if (!damage.state().suspected) removeAll(stale())
    }
  }

  async function look(): Promise<void> {
    if (store.readOnly || !isQuiet()) return
    try {
      await forgetPurged()
      const known = { backups: backups.list(), madeMs, changedAtMs: backups.changedAtMs() }
      if (isBackupDue({ ...known, nowMs: clock.now() })) await make()
    } catch (error) {
      if (!(error instanceof AppError)) log.bug('backup.failed', error)
    }
  }

  return {
    begin() {
      stopLooking = clock.every(lookEveryMs, () => void inTurn(look))
      void inTurn(look)
    },
    heard(event) {
      if (event.type === 'meetings.purged' || event.type === 'meeting.stopped') void inTurn(look)
    },
    renew: () => void inTurn(look),
    make: () => inTurn(make),
    state,
    async [Symbol.asyncDispose]() {
      stopLooking()
      const patience = new Promise<void>((resolve) => setTimeout(resolve, patienceMs).unref())
      await Promise.race([running, patience])
    },
  }
}
