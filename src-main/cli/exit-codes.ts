import type { ErrorCode } from '#contract/errors.ts'

/** What a script can rely on. */
export const exitCodes = {
  done: 0,
  failed: 1,
  wrongUsage: 2,
  modelMissing: 3,
  /** Nothing in the meetings bears an answer. */
  unanswered: 4,
  /** The data folder does not open with the keys that are here. */
  locked: 5,
  interrupted: 130,
} as const

export function exitCodeOf(code: ErrorCode): number {
  switch (code) {
    case 'model_missing':
      return exitCodes.modelMissing
    case 'invalid_input':
      return exitCodes.wrongUsage
    case 'data_locked':
      return exitCodes.locked
    case 'cancelled':
      return exitCodes.interrupted
    default:
      return exitCodes.failed
  }
}
