import type { ErrorCode } from '#contract/errors.ts'
import type { Meeting } from '#contract/meeting.ts'

interface Ended {
  readonly meeting: Pick<Meeting, 'state'>
  readonly isFile: boolean
  readonly asked: boolean
  readonly warned: readonly ErrorCode[]
}

/** What a meeting gets over: it was told, is accounted for where it cost sound, and recording went on. */
const healed: ReadonlySet<ErrorCode> = new Set([
  'model_missing',
  'device_missing',
  'device_unknown',
  'device_busy',
  'device_denied',
  'device_lost',
  'device_deaf',
  'elsewhere_playing',
  'silence_ends_soon',
])

/** Whether sound could not be kept, or has no text. Devices are heard until somebody, or silence, ends it: else they failed. */
export function hasFailed({ meeting, isFile, asked, warned }: Ended): boolean {
  if (meeting.state !== 'done' || warned.some((code) => !healed.has(code))) return true
  return !isFile && !asked && warned.at(-1) !== 'silence_ends_soon'
}
