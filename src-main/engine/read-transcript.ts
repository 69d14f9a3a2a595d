import type { MeetingId } from '#contract/ids.ts'
import type { Transcript } from '#contract/meeting.ts'
import type { Keeping } from './parts.ts'

/** A kept meeting with its text, and with what became of its sound; null where there is no such meeting. */
export async function readTranscript(
  { store, recordings }: Keeping,
  id: MeetingId,
): Promise<Transcript | null> {
  const transcript = store.meetings.transcript(id)
  if (!transcript) return null
  const accounts = await recordings.account(id)
  return {
    ...transcript,
    tracks: transcript.tracks.map(({ name }) => ({ name, account: accounts?.get(name) ?? null })),
  }
}
