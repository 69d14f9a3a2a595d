import { useEffect, useMemo } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import { type Paragraph, paragraphs } from '../state/paragraphs.ts'
import { unreadText } from '../state/transcripts.ts'
import { useApp, useAppState } from './app-context.ts'

/** Reads a meeting's text whenever it is not known to be whole, and gives it in paragraphs. */
export function useReadText(meetingId: MeetingId): readonly Paragraph[] {
  const { actions } = useApp()
  const needed = useAppState(({ link, transcripts }) => {
    return link === 'connected' && (transcripts[meetingId] ?? unreadText).phase === 'unread'
  })
  useEffect(() => {
    if (needed) void actions.readText(meetingId)
  }, [needed, actions, meetingId])

  const segments = useAppState(({ transcripts }) => transcripts[meetingId]?.segments)
  return useMemo(() => paragraphs(segments ?? []), [segments])
}
