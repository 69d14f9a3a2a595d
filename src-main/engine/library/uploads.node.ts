import { randomUUID } from 'node:crypto'
import { open, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { dirname, extname, join, resolve } from 'node:path'
import { AppError } from '#contract/errors.ts'
import { systemCode } from '../audio/file-failure.ts'
import { largestUploadBytes, type Uploads } from './uploads.ts'

/** Whoever still writes has written within this time. */
const abandonedMs = 60 * 60_000

/** Keeps them in a folder that only this user may read. */
export function folderUploads(
  folder: string,
  { largestBytes = largestUploadBytes, nowMs = Date.now } = {},
): Uploads {
  const root = resolve(folder)
  const holds = (path: string): boolean => dirname(resolve(path)) === root
  const remove = (path: string): Promise<void> => rm(path, { force: true, maxRetries: 5 })

  return {
    holds,
    remove,
    async receive(fileName, bytes) {
      const path = join(root, `${randomUUID()}${plainExtension(fileName)}`)
      try {
        await mkdir(root, { recursive: true, mode: 0o700 })
        await write(path, bytes, largestBytes)
        return path
      } catch (error) {
        await remove(path)
        throw inWords(error)
      }
    },
    async clear(wanted) {
      const kept = new Set([...wanted].map((path) => resolve(path)))
      for (const name of await readdir(root).catch(() => [])) {
        const path = join(root, name)
        if (kept.has(path)) continue
        const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }))
        if (nowMs() - mtimeMs > abandonedMs) await remove(path)
      }
    },
  }
}

async function write(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  largestBytes: number,
): Promise<void> {
  await using file = await open(path, 'wx', 0o600)
  let written = 0
  for await (const chunk of bytes) {
    written += chunk.byteLength
    if (written > largestBytes) throw tooLarge(largestBytes)
    await file.writeFile(chunk)
  }
  if (written === 0)
    throw new AppError('audio_empty', 'The file is empty, so there is no sound in it.')
}

function tooLarge(bytes: number): AppError {
  const gigabytes = Math.floor(bytes / 1024 ** 3)
  return new AppError(
    'file_too_large',
    `Files of more than ${gigabytes} GB are not taken in. Give this one to the command line: rtstt import FILE`,
  )
}

/** Only what can be part of a name on every system. */
function plainExtension(fileName: string): string {
  const extension = extname(fileName).toLowerCase()
  return /^\.[a-z0-9]{1,8}$/.test(extension) ? extension : ''
}

function inWords(error: unknown): unknown {
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT': {
      const message =
        'The disk of the data folder has no room for this file. Free some space and try again.'
      return new AppError('disk_full', message, { cause: error })
    }
    case 'EROFS':
    case 'EACCES':
    case 'EPERM': {
      const message =
        'The data folder may not be written to, so no file can be taken in. Allow writing there.'
      return new AppError('data_read_only', message, { cause: error })
    }
    default:
      return error
  }
}
