import { useEffect } from 'react'
import { useDeadTracks } from './use-dead-tracks.ts'

/** Names the browser's tab after what it shows, and marks it while a track is dead. */
export function useTitle(title: string | null): void {
  const warned = useDeadTracks().length > 0
  useEffect(() => {
    const named = title === null ? 'RTSTT' : `${title} – RTSTT`
    document.title = warned ? `⚠ ${named}` : named
  }, [title, warned])
}
