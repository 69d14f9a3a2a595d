import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { OwnTemplates } from './templates.ts'

/** Keeps a user's own templates as files in `folder`, which is made when it is needed. */
export function ownTemplateFiles(folder: string): OwnTemplates {
  return {
    async write(id, text) {
      // No template to `templateFiles`, because of its ending.
      const unfinished = join(folder, `${id}.${process.pid}.tmp`)
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(unfinished, text, { flush: true, mode: 0o600 })
        // A person may have written the name in other letters, which are the same file to Windows.
        const known = await nameOf(folder, id)
        await rename(unfinished, join(folder, known ?? `${id}.md`))
      } catch (error) {
        throw unwritable(error)
      } finally {
        await rm(unfinished, { force: true })
      }
    },
    async remove(id) {
      const known = await nameOf(folder, id)
      if (known === null) return false
      try {
        await rm(join(folder, known), { maxRetries: 5 })
      } catch (error) {
        throw unwritable(error)
      }
      return true
    },
  }
}

async function nameOf(folder: string, id: string): Promise<string | null> {
  const names = await readdir(folder).catch(() => [])
  return names.find((name) => name.toLowerCase() === `${id}.md`) ?? null
}

function unwritable(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new AppError(
        'disk_full',
        'The disk is full, so the templates are as they were. Free some space and try again.',
        { cause: error },
      )
    : new AppError(
        'data_read_only',
        'The folder of the templates cannot be written to, so they are as they were. Check whether the file is open in another program.',
        { cause: error },
      )
}
