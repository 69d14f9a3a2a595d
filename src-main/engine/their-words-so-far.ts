import type { MeetingId } from '#contract/ids.ts'
import type { Word } from '#contract/transcript.ts'
import { type TheirWords, theirWords } from './bleed/their-words.ts'
import { RECOGNITION } from './store/reader-positions.ts'
import type { Store } from './store/store.ts'

/** What earlier runs have kept of `them`. */
export function theirWordsSoFar(
  store: Pick<Store, 'segments' | 'positions'>,
  meetingId: MeetingId,
): TheirWords {
  const toSample = store.positions.read(meetingId, 'them', RECOGNITION)
  if (toSample === 0) return theirWords([], 0)
  const segments = store.segments.ofMeeting(meetingId).filter(({ track }) => track === 'them')
  return theirWords(
    segments.flatMap(({ words }): readonly Word[] => words),
    toSample,
  )
}
