import { appendLine } from './append-line.ts'
import { traceOf } from './trace-of.ts'

type Fields = Readonly<Record<string, string | number | boolean | null>>

/** What happened, for whoever mends the program: ids, counts and durations, never speech, names or titles. */
export interface Log {
  info(event: string, fields?: Fields): void
  warn(event: string, fields?: Fields): void
  /** A bug: where it came from is kept, so that it can be found; what it says is not. */
  bug(event: string, error: unknown): void
}

/** Appends JSON lines to `path`; at one megabyte the file becomes `path.1`. A log that cannot be written stays silent. */
export function fileLog(path: string): Log {
  const write = (level: string, event: string, fields: Fields): void => {
    const line = JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })
    try {
      appendLine(path, line)
    } catch {
      // The disk may be full or read-only, which is told elsewhere; logging must not make it worse.
    }
  }
  return {
    info: (event, fields = {}) => write('info', event, fields),
    warn: (event, fields = {}) => write('warn', event, fields),
    bug: (event, error) => write('bug', event, { trace: traceOf(error) }),
  }
}
