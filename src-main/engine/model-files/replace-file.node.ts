import { open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { syncFolder } from '../runtime/sync-folder.node.ts'

/** On Windows a scanner may hold a new file for a moment; elsewhere these codes are final. */
const heldCodes: readonly string[] = ['EPERM', 'EACCES', 'EBUSY']
const renameTries = 8

/** Puts a file just written in the place of `target`; who looks sees the old one or the new one. */
export async function replaceFile(finished: string, target: string): Promise<void> {
  const file = await open(finished, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await moveFile(finished, target)
}

/** As `replaceFile`, for a file whose bytes somebody else has written. */
export async function moveFile(from: string, to: string): Promise<void> {
  await renamePatiently(from, to, renameTries)
  await syncFolder(dirname(to))
}

/** Writes a small file as a whole or not at all. */
export async function writeWhole(target: string, content: string): Promise<void> {
  const temporary = `${target}.${process.pid}.tmp`
  try {
    await writeFile(temporary, content)
    await replaceFile(temporary, target)
  } finally {
    await rm(temporary, { force: true })
  }
}

async function renamePatiently(from: string, to: string, tries: number): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (process.platform !== 'win32' || tries === 0 || !heldCodes.includes(code)) throw error
    await sleep(50)
    await renamePatiently(from, to, tries - 1)
  }
}
