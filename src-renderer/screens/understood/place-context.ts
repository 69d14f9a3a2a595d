import { createContext, use } from 'react'
import type { Citation } from '#contract/citation.ts'
import type { MeetingId } from '#contract/ids.ts'

/** The way from what was understood to the text that stands beside it. */
export interface Place {
  readonly meetingId: MeetingId
  /** Brings the place into view and lights it. */
  readonly jump: (to: Pick<Citation, 'segmentId' | 'startMs'>) => void
  /** Marks words in the text, and goes to the first. */
  readonly find: (words: string) => void
}

export const PlaceContext = createContext<Place | null>(null)

export function usePlaceBeside(): Place {
  const place = use(PlaceContext)
  if (place === null) throw new Error('Used beside no text.')
  return place
}
