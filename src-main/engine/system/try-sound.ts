import { AppError } from '#contract/errors.ts'
import type { SystemReport } from '#contract/system.ts'

const backends: Partial<Record<NodeJS.Platform, string>> = { win32: 'WASAPI', linux: 'PulseAudio' }

/** Whether devices can be heard here: found out by asking for them. */
export async function trySound(
  list: () => Promise<readonly unknown[]>,
  system: NodeJS.Platform = process.platform,
): Promise<SystemReport['audio']> {
  try {
    const devices = await list()
    const problem =
      devices.length > 0 ? null : 'There is no sound device. Connect a microphone or loudspeakers.'
    return { backend: backends[system] ?? null, problem }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { backend: null, problem: error.message }
  }
}
