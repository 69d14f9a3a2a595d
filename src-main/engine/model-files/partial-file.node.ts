/**
 * A file on its way: `NAME.part` with `NAME.part.json`, which says what its bytes are a part of. Both
 * survive the end of the program, so that the next try goes on.
 */
import { constants, open, readFile, rm, stat, truncate, type FileHandle } from 'node:fs/promises'
import { z } from 'zod'
import { isMissing, onDisk } from './disk-failure.ts'
import type { Held, PartNote } from './plan-range.ts'
import { writeWhole } from './replace-file.node.ts'

const Note = z.strictObject({
  source: z.string(),
  etag: z.string().nullable(),
  totalBytes: z.int().nonnegative().nullable(),
})

export interface PartialFile {
  readonly path: string
  held(): Promise<Held>
  /** Opens the file to write at byte `at`; what lies behind it is gone. Close it before the next call. */
  openAt(at: number, note: PartNote): Promise<PartWriter>
  /** Forgets every byte and what they belonged to. */
  drop(): Promise<void>
  /** Forgets only the note, once the bytes have become the real file. */
  dropNote(): Promise<void>
}

export interface PartWriter extends AsyncDisposable {
  write(bytes: Uint8Array): Promise<void>
}

export function partialFile(target: string): PartialFile {
  const path = `${target}.part`
  const notePath = `${path}.json`

  return {
    path,
    async held() {
      const bytes = await sizeOf(path)
      return { bytes, note: bytes === 0 ? null : await readNote(notePath) }
    },
    openAt: (at, note) =>
      onDisk(async () => {
        // Not for appending: Windows does not let an appending handle shorten its file.
        const handle = await open(path, constants.O_RDWR | constants.O_CREAT)
        try {
          // The old bytes go before the new note comes: a kill in between must not marry the two.
          await handle.truncate(at)
          await writeWhole(notePath, JSON.stringify(note))
        } catch (error) {
          await handle.close()
          throw error
        }
        return writer(handle, at)
      }),
    async drop() {
      await truncateIfThere(path)
      await rm(notePath, { force: true })
      await rm(path, { force: true })
    },
    dropNote: () => rm(notePath, { force: true }),
  }
}

function writer(handle: FileHandle, at: number): PartWriter {
  let position = at
  return {
    write: (bytes) =>
      onDisk(async () => {
        for (let done = 0; done < bytes.length;) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position)
          done += bytesWritten
          position += bytesWritten
        }
      }),
    [Symbol.asyncDispose]: () => handle.close(),
  }
}

/** A note that cannot be read vouches for nothing. */
async function readNote(path: string): Promise<PartNote | null> {
  try {
    return Note.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return 0
    throw error
  }
}

async function truncateIfThere(path: string): Promise<void> {
  try {
    await truncate(path, 0)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
