import { statfs } from 'node:fs/promises'
import { AppError } from '#contract/errors.ts'

/** Bytes a program may still write to the disk that holds `folder`, or null where nobody can say. */
export type FreeBytes = (folder: string) => Promise<number | null>

/** Left over for the recordings and everybody else. */
const reserveBytes = 64 * 1024 * 1024

export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    // Some network drives do not tell. The write itself will say when they are full.
    return null
  }
}

/** Refuses before the first byte rather than after the last that fits. */
export async function requireSpace(
  free: FreeBytes,
  folder: string,
  neededBytes: number,
): Promise<void> {
  const available = await free(folder)
  if (available === null || available >= neededBytes + reserveBytes) return
  const sentence =
    `There is not enough space: ${megabytes(neededBytes + reserveBytes)} MB are needed and ` +
    `${megabytes(available)} MB are free. Free some space and try again.`
  throw new AppError('disk_full', sentence)
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / 1_000_000)
}
