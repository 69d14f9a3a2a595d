import { fit } from './fit.ts'

/** The two ways out of the program: results, and everything that is said about them. */
export interface Terminal {
  /** A line of results, on standard output. */
  result(line: string): void
  /** A line for people, on standard error. */
  say(line: string): void
  /** A line that the next one replaces, on a terminal; elsewhere nothing. Null takes it away. */
  status(line: string | null): void
  /** Whether results go to a person's eyes. */
  readonly live: boolean
  /** Whether what is said about results goes to a person's eyes, so that a status can be shown. */
  readonly watched: boolean
  readonly columns: number
}

const clear = '\r\u001B[2K'

/** Nobody is there any more to read: the pipe is closed, or the terminal's window is. */
const gone = new Set(['EPIPE', 'EIO'])

export function systemTerminal(): Terminal {
  const { stdout, stderr } = process
  let shown: string | null = null
  let isRead = true
  // Whoever read the results has seen enough (`rtstt models list | head`): that is no failure, and a
  // recording goes on.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (!gone.has(error.code ?? '')) throw error
    isRead = false
  })
  stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (!gone.has(error.code ?? '')) throw error
  })
  const hide = (): void => {
    if (shown !== null) stderr.write(clear)
  }
  const show = (): void => {
    if (shown !== null) stderr.write(shown)
  }
  return {
    result(line) {
      hide()
      if (isRead) stdout.write(`${line}\n`)
      show()
    },
    say(line) {
      hide()
      stderr.write(`${line}\n`)
      show()
    },
    status(line) {
      if (!stderr.isTTY) return
      hide()
      shown = line === null ? null : fit(line, this.columns - 1)
      show()
    },
    live: stdout.isTTY,
    watched: stderr.isTTY,
    get columns() {
      return stderr.columns || 80
    },
  }
}
