import { useEffect, useState } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { SoundPeaks } from '#contract/peaks.ts'
import { useApp, useAppState } from '../../../pieces/app-context.ts'

/** Enough for the widest screen, at a bar every three pixels. */
const buckets = 1600

/** How loud a meeting is, once that is known. */
export function usePeaks(meetingId: MeetingId): SoundPeaks | null {
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const [peaks, setPeaks] = useState<SoundPeaks | null>(null)
  useEffect(() => {
    if (!connected) return
    let wanted = true
    void actions.readPeaks(meetingId, buckets).then((found) => wanted && found && setPeaks(found))
    return () => {
      wanted = false
    }
  }, [actions, meetingId, connected])
  return peaks
}
