/**
 * What is wrong with the disk that a recording is written to, and when it is tried again. Pure: whoever watches the disk
 * asks, and nothing here looks at a clock.
 */
import { AppError } from '#contract/errors.ts'
import { systemCode } from './file-failure.ts'

/**
 * `full`, `read_only`: as the system says. `gone`: the file is not where it was. `failing`: any other failure.
 * `slow`: writing works, and takes so long that much is only in memory.
 */
export type DiskTrouble = 'full' | 'read_only' | 'gone' | 'failing' | 'slow'

export interface DiskLook {
  /** Why nothing is written; null while writing works. */
  readonly failure: unknown
  /** The file lies no longer where it was made. */
  readonly isGone: boolean
  /** For how long the oldest of what waits has waited; 0 where nothing does. */
  readonly waitingMs: number
}

/** More than this only in memory is told. */
export const slowMs = 3_000
/** A disk that was slow is not any more when so little has waited for so long. */
const quickMs = 1_000
const steadyForMs = 5_000

/** `quickForMs`: for how long hardly anything has had to wait. */
export function judgeDisk(
  { failure, isGone, waitingMs }: DiskLook,
  before: DiskTrouble | null,
  quickForMs: number,
): DiskTrouble | null {
  if (isGone) return 'gone'
  if (failure !== null) return troubleOf(failure)
  if (waitingMs > slowMs) return 'slow'
  const isUnsure = before === 'slow' && quickForMs < steadyForMs
  return isUnsure || (before !== null && waitingMs > quickMs) ? before : null
}

/** Whether so little waits that a disk may be called quick. */
export function isQuick({ failure, isGone, waitingMs }: DiskLook): boolean {
  return failure === null && !isGone && waitingMs <= quickMs
}

function troubleOf(failure: unknown): DiskTrouble {
  const code =
    failure instanceof AppError ? (systemCode(failure.cause) ?? failure.code) : systemCode(failure)
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'disk_full':
      return 'full'
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    case 'data_read_only':
      return 'read_only'
    case 'ENOENT':
    case 'ENODEV':
    case 'ENXIO':
    case 'ESTALE':
      return 'gone'
    default:
      return 'failing'
  }
}

const firstWaitMs = 1_000
const longestWaitMs = 30_000
/** A disk with less free space than this is as good as full. */
const worthTryingBytes = 1_048_576

/** How long after a failure, the first, second, third ... in a row, a write is tried again. */
export function waitBeforeTry(failures: number): number {
  return Math.min(firstWaitMs * 2 ** Math.max(0, failures - 1), longestWaitMs)
}

/**
 * Whether to write again what the disk did not take. On a full disk that is when there is room again, which is cheap to
 * ask; a disk that does not tell, or one that says so and takes nothing (a quota), is tried at growing intervals.
 */
export function isWorthTrying(
  trouble: DiskTrouble,
  { sinceMs, failures, freeBytes }: { sinceMs: number; failures: number; freeBytes: number | null },
): boolean {
  if (trouble === 'gone') return false
  if (trouble === 'full' && freeBytes !== null && freeBytes < worthTryingBytes) return false
  const isFirst = trouble === 'full' && freeBytes !== null && failures <= 1
  return sinceMs >= (isFirst ? firstWaitMs : waitBeforeTry(failures))
}
