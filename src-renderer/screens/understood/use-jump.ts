import { useEffect, useState } from 'react'
import type { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { segmentElementId } from '../../pieces/transcript-view.tsx'
import { segmentAt } from '../../state/paragraphs.ts'
import { tabPanel } from '../../pieces/tabs.tsx'
import type { JumpTo } from './place-context.ts'
import type { ChosenTab } from './use-tab.ts'

interface Jump {
  readonly to: SegmentId
}

/** Leads to a segment that somebody chose; a segment that was replaced since is found by its time. */
export function useJump(segments: readonly Segment[], tab: ChosenTab) {
  const [jumped, setJumped] = useState<Jump | null>(null)

  useEffect(() => {
    if (!jumped) return
    document.getElementById(segmentElementId(jumped.to))?.scrollIntoView({ block: 'center' })
    // What had the focus is hidden now.
    tabPanel('transcript')?.focus({ preventScroll: true })
  }, [jumped])

  return {
    /** Another object each time somebody jumps. */
    jumped,
    leave: () => setJumped(null),
    jump({ segmentId, startMs }: JumpTo): void {
      const known = segments.some(({ id }) => id === segmentId)
      const to = known ? segmentId : segmentAt(segments, startMs)?.id
      if (!tab.isWide) tab.choose('transcript')
      if (to) setJumped({ to })
    },
  }
}
