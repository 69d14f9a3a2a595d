import { useMemo } from 'react'
import { type DeadTrack, deadTracks } from '../state/dead-tracks.ts'
import { useAppState } from './app-context.ts'

/** The tracks from which nothing comes any more, as far as is known now. */
export function useDeadTracks(): readonly DeadTrack[] {
  const hearings = useAppState((state) => state.hearings)
  const library = useAppState((state) => state.library)
  return useMemo(() => deadTracks(hearings, library), [hearings, library])
}
