import type { Transcript } from '#contract/meeting.ts'
import { understandingVersion } from '#contract/understood-transcript.ts'
import type { Understood } from './understood.ts'

/** The transcript as scripts read it; what is understood of a kept meeting stands beside its own fields. */
export function toJson(transcript: Transcript, understood: Understood | null): string {
  const whole =
    understood === null ? transcript : { ...transcript, understandingVersion, ...understood }
  return `${JSON.stringify(whole, null, 2)}\n`
}
