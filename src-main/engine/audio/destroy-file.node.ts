import { randomBytes } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { systemCode } from './file-failure.ts'

const AT_ONCE = 1_048_576

/**
 * Writes noise over a file, if it is there, all the way to the disk, and removes it. A disk that moves what it writes (an
 * SSD, a file system that copies on write) may keep the old bytes somewhere for a while.
 */
export async function destroyFile(path: string): Promise<void> {
  const file = await openIfThere(path)
  if (!file) return
  try {
    const { size } = await file.stat()
    for (let at = 0; at < size; at += AT_ONCE)
      await file.write(randomBytes(Math.min(AT_ONCE, size - at)), 0, undefined, at)
    await file.sync()
  } finally {
    await file.close()
  }
  await rm(path, { force: true, maxRetries: 5 })
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return null
    throw error
  }
}
