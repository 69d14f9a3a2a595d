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
  readonly columns: number
}

const clear = '\r\u001B[2K'

export function systemTerminal(): Terminal {
  const { stdout, stderr } = process
  let shown: string | null = null
  const columns = stderr.columns || 80
  let isRead = true
  // Whoever read the results has seen enough (`rtstt models list | head`): that is no failure, and a
  // recording goes on.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    isRead = false
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
      shown = line === null ? null : line.slice(0, columns - 1)
      show()
    },
    live: stdout.isTTY,
    columns,
  }
}
