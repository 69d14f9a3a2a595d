import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'

/**
 * Tries the back ends that were not tried yet, for a program that stays open. Nobody waits for it: until it is
 * done the processor does the work.
 */
export function probeInBackground(
  { api }: { readonly api: EngineApi },
  reportBug: (error: unknown) => void,
): void {
  api['backend.probe']({ again: false }).catch((error: unknown) => {
    // It was closed before the end, or its data folder cannot be written: the next start tries again.
    if (!(error instanceof AppError)) reportBug(error)
  })
}
