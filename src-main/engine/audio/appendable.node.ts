import { writeSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { AppendableFile } from './append-queue.ts'

/** An open file that can be appended to in both ways. */
export function appendable(file: FileHandle): AppendableFile {
  return {
    async write(bytes, offset, position) {
      const { bytesWritten } = await file.write(bytes, offset, bytes.length - offset, position)
      return bytesWritten
    },
    writeNow: (bytes, offset, position) =>
      writeSync(file.fd, bytes, offset, bytes.length - offset, position),
  }
}
