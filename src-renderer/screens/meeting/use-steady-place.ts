import { useEffect, useMemo, useRef } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { Place } from '../understood/place-context.ts'

/** The way to the text as one object that stays, so that those who know it are not drawn anew with every letter typed. */
export function useSteadyPlace(meetingId: MeetingId, ways: Omit<Place, 'meetingId'>): Place {
  const latest = useRef(ways)
  useEffect(() => {
    latest.current = ways
  })
  return useMemo(
    () => ({
      meetingId,
      jump: (to) => latest.current.jump(to),
      find: (words) => latest.current.find(words),
    }),
    [meetingId],
  )
}
