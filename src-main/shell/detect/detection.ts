/** When a program that uses the microphone is worth a question: once for each use, and never while we listen ourselves. */

/** A program that uses the microphone at this moment. */
export interface MicrophoneUser {
  /** The same each time it runs: the path of its program, or the name of its package. */
  readonly id: string
  /** What it is called before people. */
  readonly name: string
}

interface Use {
  readonly sinceMs: number
  /** Nothing more is to be asked while this use lasts. */
  readonly settled: boolean
}

export type Detection = ReadonlyMap<string, Use>

export const nobody: Detection = new Map()

/** Shorter uses are a browser that looks which devices there are, or a test of the microphone. */
export const patienceMs = 5_000

interface Look {
  readonly users: readonly MicrophoneUser[]
  readonly nowMs: number
  /** We record or take dictation: then there is nothing to ask. */
  readonly isBusy: boolean
  /** Programs for which nobody wants to be asked. */
  readonly never: ReadonlySet<string>
}

/** Takes in who uses the microphone now; answers with the one to ask about, if any. */
export function detect(
  before: Detection,
  { users, nowMs, isBusy, never }: Look,
): readonly [Detection, MicrophoneUser | null] {
  let found: MicrophoneUser | null = null
  const after = new Map<string, Use>()
  for (const user of users) {
    const use = before.get(user.id) ?? { sinceMs: nowMs, settled: never.has(user.id) }
    const isDue = !use.settled && !isBusy && nowMs - use.sinceMs >= patienceMs
    if (isDue) found ??= user
    after.set(user.id, { ...use, settled: use.settled || isBusy || isDue })
  }
  return [after, found]
}
