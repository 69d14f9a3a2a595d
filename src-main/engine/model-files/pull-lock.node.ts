import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { AppError } from '#contract/errors.ts'

/**
 * Keeps two programs from writing the same partial file. The lock is a name that only one program can
 * listen on, and that the system frees with the program however it ends: no file is left that lies.
 */
export async function lockPull(target: string): Promise<AsyncDisposable> {
  const server = createServer((socket) => socket.destroy())
  try {
    server.listen(nameFor(target))
    await once(server, 'listening')
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error
    const sentence = 'Another RTSTT program is fetching this model. Wait until it is done.'
    throw new AppError('download_failed', sentence, { cause: error })
  }
  return {
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => void server.close(() => closed())),
  }
}

/** A pipe on Windows; on Linux a socket in the abstract namespace, which has no file either. */
function nameFor(target: string): string {
  const isWindows = process.platform === 'win32'
  // Windows does not tell upper from lower case in paths.
  const path = isWindows ? resolve(target).toLowerCase() : resolve(target)
  const name = `rtstt-pull-${createHash('sha256').update(path).digest('hex').slice(0, 32)}`
  return isWindows ? `\\\\.\\pipe\\${name}` : `\0${name}`
}
