import { SegmentId } from '#contract/ids.ts'
import type { Keeping, Parts } from './parts.ts'
import type { RefiningParts } from './refine-piece.ts'

interface Shared extends Pick<RefiningParts, 'tell' | 'turns' | 'isOpen'> {
  readonly parts: Parts
}

/** What reading again needs of an engine. */
export function refiningParts(
  { parts, tell, turns, isOpen }: Shared,
  { store }: Pick<Keeping, 'store'>,
): RefiningParts {
  const { recognizer, clock, log, newId } = parts
  const newSegmentId = (): SegmentId => SegmentId.parse(newId())
  return { store, recognizer, turns, clock, newSegmentId, isOpen, tell, log }
}
