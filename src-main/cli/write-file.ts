/** Writing what the engine hands out, and saying in words why it could not be written. */
import { rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { ExportedFile } from '#contract/export.ts'
import { makeFolder } from './make-folder.ts'

/** Asked before work that may take long. */
export async function refuseExisting(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found) throw alreadyThere(path)
}

/** A file that is there is replaced only where that is wanted; of one that could not be written whole nothing stays. */
export async function writeFileOf(
  { encoding, content }: ExportedFile,
  path: string,
  force: boolean,
): Promise<void> {
  const bytes = encoding === 'text' ? content : Buffer.from(content, 'base64')
  try {
    await makeFolder(dirname(path))
    await writeFile(path, bytes, { flag: force ? 'w' : 'wx' })
  } catch (error) {
    if (codeOf(error) === 'ENOSPC' && !force) await rm(path, { force: true })
    throw writeFailure(path, error)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Why a file could not be written, in words. */
export function writeFailure(path: string, cause: unknown): AppError {
  switch (codeOf(cause)) {
    case 'EEXIST':
      return alreadyThere(path)
    case 'ENOSPC':
      return new AppError(
        'disk_full',
        `The disk is full, so ${path} was not written. The meeting is kept. Make room, or write to another disk.`,
        { cause },
      )
    case 'EBUSY':
    case 'EPERM':
    case 'EACCES':
      return new AppError(
        'file_unreadable',
        `${path} may not be written now: it is open in another program, such as Word, or the folder is protected. Close it there, or write to another folder.`,
        { cause },
      )
    default:
      return new AppError('file_unreadable', `${path} could not be written. Check the folder.`, {
        cause,
      })
  }
}

function alreadyThere(path: string): AppError {
  return new AppError(
    'invalid_input',
    `${path} is there already. Write to another folder, or replace it with --force.`,
  )
}
