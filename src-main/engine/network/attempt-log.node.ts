/** Attempts as lines of a file, so that the report outlives the program and tells of all programs on this data folder. */
import { readFileSync, statSync } from 'node:fs'
import { NetworkAttempt } from '#contract/network.ts'
import { appendLine } from '../runtime/append-line.ts'

/** Where the file cannot be written, so many stay in memory. */
const mostUnwritten = 1_000

export interface AttemptLog {
  add(attempt: NetworkAttempt): void
  /** In the order in which they were made. */
  read(): readonly NetworkAttempt[]
}

/** Bounded as `appendLine` says. */
export function attemptLog(path: string): AttemptLog {
  const unwritten: NetworkAttempt[] = []
  return {
    add(attempt) {
      try {
        appendLine(path, JSON.stringify(attempt))
      } catch {
        // A full or read-only disk is told elsewhere; the report of this program stays complete all the same.
        unwritten.push(attempt)
        if (unwritten.length > mostUnwritten) unwritten.shift()
      }
    },
    read: () => [...written(`${path}.1`), ...written(path), ...unwritten],
  }
}

function written(path: string): NetworkAttempt[] {
  return textOf(path)
    .split('\n')
    .flatMap((line) => {
      const attempt = line === '' ? null : NetworkAttempt.safeParse(parsed(line))
      return attempt?.success ? [attempt.data] : []
    })
}

function textOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? readFileSync(path, 'utf8') : ''
}

/** A line that a kill cut off says nothing. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
