import { useEffect, useMemo } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { flow, type FlowItem } from '../state/flow.ts'
import { type Mark, marksInText, marksOf, type Tracks } from '../state/marks.ts'
import { unreadText } from '../state/transcripts.ts'
import { useApp, useAppState } from './app-context.ts'

export interface ReadText {
  readonly segments: readonly Segment[]
  /** The segments in paragraphs, with what is missing between them. */
  readonly items: readonly FlowItem[]
  readonly tracks: Tracks
  /** Everything that is missing, exactly. */
  readonly marks: readonly Mark[]
}

/**
 * Reads a meeting's text whenever it is not known to be whole. While a meeting is live, what is missing was true only
 * when it was read, so it is left out.
 */
export function useReadText(meetingId: MeetingId, live = false): ReadText {
  const { actions } = useApp()
  const needed = useAppState(({ link, transcripts }) => {
    return link === 'connected' && (transcripts[meetingId] ?? unreadText).phase === 'unread'
  })
  useEffect(() => {
    if (needed) void actions.readText(meetingId)
  }, [needed, actions, meetingId])

  const { segments, tracks } = useAppState(
    ({ transcripts }) => transcripts[meetingId] ?? unreadText,
  )
  const marks = useMemo(() => (live ? [] : marksOf(tracks)), [live, tracks])
  const items = useMemo(() => flow(segments, marksInText(marks)), [segments, marks])
  return { segments, items, tracks, marks }
}
