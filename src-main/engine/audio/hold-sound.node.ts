/**
 * Holds in memory the sound that the disk does not take, watches the disk, and writes what is held as soon as that is
 * possible. One for each live recording.
 */
import type { BigIntStats } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import { freemem } from 'node:os'
import { AppError } from '#contract/errors.ts'
import type { TrackName } from '#contract/transcript.ts'
import type { AppendQueue, Hold } from './append-queue.ts'
import {
  type DiskTrouble,
  isQuick,
  isWorthTrying,
  judgeDisk,
  type DiskLook,
  slowMs,
} from './disk-trouble.ts'
import { asWriteFailure, systemCode } from './file-failure.ts'
import { longestWithoutFolderMs, mostHeldBytes } from './held-limit.ts'
import type { TrackFile } from './track-file.node.ts'
import { BYTES_PER_SAMPLE } from './wav-header.ts'

type Waiting = Pick<AppendQueue, 'failure' | 'waitingSinceMs' | 'retry'>

/** The files of a recording. */
export interface WatchedFiles {
  readonly folder: string
  readonly tracks: ReadonlyMap<TrackName, TrackFile>
  readonly ledger: Waiting
  readonly pathOf: (track: TrackName) => string
}

export interface HeldSound extends Disposable {
  /** What the queue of each track asks. */
  readonly hold: Hold
  /** For the ledger, whose few lines are held as long as it takes. */
  readonly holdAll: Hold
  /** Begins to watch. */
  watch(files: WatchedFiles): Promise<void>
  /** Writes what is held, should the disk take it now. */
  tryNow(): Promise<void>
  trouble(): DiskTrouble | null
}

const lookEveryMs = 500
/** Every so many looks it is asked whether the files are still where they were. */
const looksPerSearch = 2

/** Tells what troubles the disk, and null when nothing does any more. */
export function holdSound(
  changed: (trouble: DiskTrouble | null) => void,
  steadyMs: () => number = () => performance.now(),
): HeldSound {
  let files: WatchedFiles | null = null
  let made: ReadonlyMap<TrackName, BigIntStats> = new Map()
  let timer: NodeJS.Timeout | null = null
  let trouble: DiskTrouble | null = null
  let isGone = false
  let goneAtMs = Infinity
  let looks = 0
  let lastBusyMs = -Infinity
  let failures = 0
  let triedAtMs = 0
  let writtenThen = 0
  let trying: Promise<void> | null = null
  let isOver = false

  const tracksNow = (): TrackFile[] => [...(files?.tracks.values() ?? [])]
  const waitingNow = (): Waiting[] =>
    files ? [files.ledger, ...tracksNow().map(({ waiting }) => waiting)] : []
  const writtenNow = (): number => tracksNow().reduce((sum, file) => sum + file.written(), 0)
  const heldBytesNow = (): number =>
    tracksNow().reduce((sum, file) => sum + (file.length() - file.written()), 0) * BYTES_PER_SAMPLE

  function lookNow(): DiskLook {
    const since = waitingNow().map(({ waitingSinceMs }) => waitingSinceMs() ?? Infinity)
    return {
      failure:
        waitingNow()
          .map(({ failure }) => failure())
          .find((error) => error !== null) ?? null,
      isGone,
      waitingMs: Math.max(0, steadyMs() - Math.min(Infinity, ...since)) || 0,
    }
  }

  async function search(): Promise<void> {
    if (!files || looks++ % looksPerSearch !== 0) return
    const gone = await Promise.all(
      Array.from(made, ([track, before]) => isAway(files?.pathOf(track) ?? '', before)),
    )
    isGone = gone.some(Boolean)
    goneAtMs = isGone ? Math.min(goneAtMs, steadyMs()) : Infinity
  }

  function noteTrouble(look: DiskLook): void {
    // A look that was under way then finds files that are closed.
    if (isOver) return
    const nowMs = steadyMs()
    if (!isQuick(look)) lastBusyMs = nowMs
    const next = judgeDisk(look, trouble, nowMs - lastBusyMs)
    if (next === trouble) return
    trouble = next
    changed(next)
  }

  /** While it is tried nobody knows whether it works: one try at a time, and no judgement in between. */
  function tryAgain(): Promise<void> {
    trying ??= tryOnce().finally(() => (trying = null))
    return trying
  }

  async function tryOnce(): Promise<void> {
    triedAtMs = steadyMs()
    for (const { failure, retry } of waitingNow()) if (failure() !== null) await retry()
    const failedAgain = waitingNow().some(({ failure }) => failure() !== null)
    // Who wrote some of it has not failed in a row.
    failures = !failedAgain ? 0 : writtenNow() > writtenThen ? 1 : failures + 1
    writtenThen = writtenNow()
  }

  async function lookAndTry(): Promise<void> {
    await search()
    await trying
    const look = lookNow()
    if (look.failure !== null && failures === 0) {
      failures = 1
      triedAtMs = steadyMs()
      writtenThen = writtenNow()
    }
    noteTrouble(look)
    if (look.failure === null || trouble === null || !files) return
    const freeBytes = trouble === 'full' ? await freeBytesOf(files.folder) : null
    const sinceMs = steadyMs() - triedAtMs
    if (isOver || !isWorthTrying(trouble, { sinceMs, failures, freeBytes })) return
    await tryAgain()
    noteTrouble(lookNow())
  }

  /** One look after the other, however long a disk lets it wait. */
  function lookSoon(): void {
    timer = setTimeout(() => {
      lookAndTry()
        // A disk that cannot be asked is looked at again.
        .catch(() => undefined)
        .finally(() => timer && lookSoon())
    }, lookEveryMs).unref()
  }

  const wary = { untilMs: -Infinity }
  return {
    hold: {
      wary,
      mayHold: (bytes) =>
        steadyMs() - goneAtMs < longestWithoutFolderMs &&
        (heldBytesNow() === 0 ||
          heldBytesNow() + bytes <= mostHeldBytes(tracksNow().length, freemem())),
      tooMuch: (failure) => asWriteFailure(failure ?? (isGone ? folderGone() : tooSlow())),
    },
    holdAll: { wary, mayHold: () => true, tooMuch: (failure) => failure },
    async watch(watched) {
      files = watched
      made = new Map(
        await Promise.all(
          Array.from(
            watched.tracks.keys(),
            async (track) => [track, await stat(watched.pathOf(track), { bigint: true })] as const,
          ),
        ),
      )
      lookSoon()
    },
    async tryNow() {
      looks = 0
      await search()
      await tryAgain()
      noteTrouble(lookNow())
    },
    trouble: () => trouble,
    [Symbol.dispose]() {
      isOver = true
      if (timer) clearTimeout(timer)
      timer = null
    },
  }
}

/** Whether another file, or none, is where this one was made. */
async function isAway(path: string, before: BigIntStats): Promise<boolean> {
  try {
    const now = await stat(path, { bigint: true })
    return now.ino !== before.ino || now.dev !== before.dev
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')
  }
}

async function freeBytesOf(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

function folderGone(): AppError {
  return new AppError(
    'disk_gone',
    'The folder of the recording is gone, so no more sound can be recorded. Bring the disk back, or choose another data folder.',
  )
}

function tooSlow(): AppError {
  const seconds = slowMs / 1000
  return new AppError(
    'disk_slow',
    `The disk takes more than ${seconds} s for each write and is too slow to record on. What was written before is kept.`,
  )
}
