import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { systemCode } from './file-failure.ts'

const AT_ONCE = 1_048_576

/**
 * Writes noise over a file, all the way to the disk, and removes it. A disk that moves what it writes (an SSD, a file
 * system that copies on write) may keep the old bytes somewhere for a while.
 */
export async function destroyFile(path: string): Promise<void> {
  await overwrite(path)
  await rm(path, { force: true, maxRetries: 5 })
}

async function overwrite(path: string): Promise<void> {
  try {
    const file = await open(path, 'r+')
    try {
      const { size } = await file.stat()
      for (let at = 0; at < size; at += AT_ONCE)
        await file.write(randomBytes(Math.min(AT_ONCE, size - at)), 0, undefined, at)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
  }
}
