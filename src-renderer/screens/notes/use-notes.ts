import { useEffect } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import { useApp, useAppState } from '../../pieces/app-context.ts'
import { type KnownNotes, unreadNotes } from '../../state/notes.ts'

/** The notes of a meeting; asks for them whenever they are not known to be all. */
export function useNotes(meetingId: MeetingId): KnownNotes {
  const { actions } = useApp()
  const known = useAppState(({ notes }) => notes[meetingId] ?? unreadNotes)
  const connected = useAppState(({ link }) => link === 'connected')
  const needed = connected && known.phase === 'unread'
  useEffect(() => {
    if (needed) void actions.readNotes(meetingId)
  }, [needed, actions, meetingId])
  return known
}
