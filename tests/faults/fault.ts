/** What one kind of harm came to, as a line of the table. */
export interface Row {
  /** What was done, in a few words. */
  readonly fault: string
  readonly tried: number
  /** The longest time until everything worked again, in milliseconds; null where nothing has to come back. */
  readonly recoveredMs: Limited | null
  /** The most that one try cost; null where nothing can be lost. */
  readonly lost: (Limited & { readonly unit: 'ms of sound' | 'segments' | 'records' }) | null
  /** What went against a promise, a sentence each. Any sentence fails the row. */
  readonly broken: readonly string[]
  /** Why it could not be tried on this machine; it then counts as neither held nor broken. */
  readonly skipped?: string
}

/** A measured value, and the highest that is promised. */
export interface Limited {
  readonly value: number
  readonly atMost: number
}

export interface Trial {
  /** The long form: as often and as long as the promise says. The short form must end within a minute. */
  readonly long: boolean
  /** Every random choice comes from it. */
  readonly seed: number
  /** Tells whoever waits how far it is. */
  readonly say: (line: string) => void
}

/** One file of `cases/`: harms of one kind, each of which becomes a row. */
export interface Fault {
  readonly title: string
  readonly run: (trial: Trial) => Promise<readonly Row[]>
}

export function holds({ broken, recoveredMs, lost }: Row): boolean {
  return broken.length === 0 && isWithin(recoveredMs) && isWithin(lost)
}

function isWithin(limited: Limited | null): boolean {
  return limited === null || limited.value <= limited.atMost
}
