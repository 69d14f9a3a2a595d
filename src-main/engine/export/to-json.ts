import type { Transcript } from '#contract/meeting.ts'

/** The transcript as scripts read it. */
export function toJson(transcript: Transcript): string {
  return `${JSON.stringify(transcript, null, 2)}\n`
}
