/** Which model files end the process again and again, so that each is left alone for a while, and longer each time. */
import {
  afterLoss,
  fresh,
  isResting,
  type RestartRules,
  type Restarts,
} from '../runtime/restarts.ts'

export interface CrashRecord {
  /** Whether this file, as it is now, has failed too often of late. */
  isLeftAlone(modelPath: string): boolean
  failed(modelPath: string): void
  worked(modelPath: string): void
}

/** Counted in requests that failed although each was tried twice; who asks meanwhile is answered at once, without a model. */
const rules: RestartRules = { waitsMs: [0], firstRestMs: 60_000, longestRestMs: 15 * 60_000 }

interface Known {
  readonly file: string | null
  readonly restarts: Restarts
}

/** `identify` tells one content of a file from another; `nowMs` never goes back. */
export function crashRecord(
  identify: (path: string) => string | null,
  nowMs: () => number,
): CrashRecord {
  const failures = new Map<string, Known>()
  const of = (path: string): Restarts => {
    const known = failures.get(path)
    return known && known.file === identify(path) ? known.restarts : fresh
  }
  return {
    isLeftAlone: (path) => isResting(of(path), nowMs()),
    failed(path) {
      const restarts = afterLoss(of(path), nowMs(), rules)
      failures.set(path, { file: identify(path), restarts })
    },
    worked: (path) => failures.delete(path),
  }
}
