import { useEffect } from 'react'
import type { Hearing } from '#contract/hearing.ts'
import type { MeetingId } from '#contract/ids.ts'
import { unreadHearing } from '../state/hearings.ts'
import { useApp, useAppState } from './app-context.ts'

export interface KnownHearing {
  /** What was told last; null where no devices are heard for the meeting, or nobody has told yet. */
  readonly hearing: Hearing | null
  /** Whether it is so now: not while the connection is lost. */
  readonly sure: boolean
}

/** What a live meeting hears; asks the engine whenever that is not known. */
export function useHearing(meetingId: MeetingId): KnownHearing {
  const { actions } = useApp()
  const connected = useAppState(({ link }) => link === 'connected')
  const { phase, hearing } = useAppState(({ hearings }) => hearings[meetingId] ?? unreadHearing)
  const needed = connected && phase === 'unread'
  useEffect(() => {
    if (needed) void actions.readHearing(meetingId)
  }, [needed, actions, meetingId])
  return { hearing, sure: connected && phase === 'whole' }
}
