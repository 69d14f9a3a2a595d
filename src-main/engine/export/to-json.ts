import type { Transcript } from '#contract/meeting.ts'
import type { Understood } from './understood.ts'

/** Counts up when what stands under `summary` or `insights` changes its shape. */
const understandingVersion = 1

/** The transcript as scripts read it; what is understood of a kept meeting stands beside its own fields. */
export function toJson(transcript: Transcript, understood: Understood | null): string {
  const whole =
    understood === null ? transcript : { ...transcript, understandingVersion, ...understood }
  return `${JSON.stringify(whole, null, 2)}\n`
}
