import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

interface HashOptions {
  readonly signal?: AbortSignal
  readonly onRead?: (bytes: number) => void
}

/** The sha256 of what is really on disk, in hexadecimal. */
export async function hashFile(path: string, options: HashOptions = {}): Promise<string> {
  const hash = createHash('sha256')
  const { signal, onRead } = options
  let read = 0
  const chunks = createReadStream(path, { highWaterMark: 1024 * 1024, ...(signal && { signal }) })
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    hash.update(chunk)
    read += chunk.length
    onRead?.(read)
  }
  return hash.digest('hex')
}
