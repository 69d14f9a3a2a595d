import { describeTrack } from '#contract/describe-account.ts'
import type { Transcript } from '#contract/meeting.ts'

/** What became of the sound, a line for each track of which it is known. */
export function soundLines({ tracks }: Transcript): string[] {
  return tracks.filter(({ account }) => account !== null).map(describeTrack)
}
