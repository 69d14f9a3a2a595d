import { useMemo } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import type { FlowItem } from '../state/flow.ts'
import { type Growing, growing } from '../state/growing.ts'
import { unreadText } from '../state/transcripts.ts'
import { useAppState } from './app-context.ts'

/** What is being said in a meeting just now, and where it belongs in the text that is shown. */
export function useGrowing(meetingId: MeetingId, items: readonly FlowItem[]): Growing {
  const open = useAppState(({ transcripts }) => (transcripts[meetingId] ?? unreadText).open)
  const hypotheses = useAppState(
    ({ transcripts }) => (transcripts[meetingId] ?? unreadText).hypotheses,
  )
  return useMemo(() => growing(items, open, hypotheses), [items, open, hypotheses])
}
