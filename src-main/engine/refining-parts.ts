import { SegmentId } from '#contract/ids.ts'
import type { Work } from './launch-meeting.ts'
import type { Keeping } from './parts.ts'
import type { RefiningParts } from './refine-piece.ts'

/** What reading again needs of an engine. */
export function refiningParts(
  { parts, tell, turns, isOpen }: Omit<Work, 'afterwards'>,
  { store }: Pick<Keeping, 'store'>,
): RefiningParts {
  const { recognizer, clock, log, newId } = parts
  const newSegmentId = (): SegmentId => SegmentId.parse(newId())
  return { store, recognizer, turns, clock, newSegmentId, isOpen, tell, log }
}
