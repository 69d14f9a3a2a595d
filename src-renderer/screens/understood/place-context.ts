import { createContext, use } from 'react'
import type { MeetingId, SegmentId } from '#contract/ids.ts'

/** A segment, found by its time where it is not known or not there any more. */
export interface JumpTo {
  readonly segmentId: SegmentId | null
  readonly startMs: number
}

/** The way from what was understood to the text that stands beside it. */
export interface Place {
  readonly meetingId: MeetingId
  /** Brings the place into view and lights it. */
  readonly jump: (to: JumpTo) => void
  /** Marks words in the text, and goes to the first. */
  readonly find: (words: string) => void
}

export const PlaceContext = createContext<Place | null>(null)

export function usePlaceBeside(): Place {
  const place = use(PlaceContext)
  if (place === null) throw new Error('Used beside no text.')
  return place
}
