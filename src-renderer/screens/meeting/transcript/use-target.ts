import { useEffect } from 'react'
import type { SegmentId } from '#contract/ids.ts'
import { segmentElementId } from '../../../pieces/transcript-view.tsx'
import type { FlowItem } from '../../../state/flow.ts'

export interface Target {
  readonly id: SegmentId
}

interface Wish {
  readonly target: Target | null
  readonly items: readonly FlowItem[]
  /** Draws the item and brings it into view. */
  readonly bring: (index: number) => void
  /** It is no longer what is heard that is in view. */
  readonly onBrought: () => void
}

/** So many frames it may take until a far paragraph is drawn and stands where it stays. */
const mostFrames = 12

/** Brings a segment into the middle of the view, however far away it is. */
export function useTarget({ target, items, bring, onBrought }: Wish): void {
  useEffect(() => {
    if (!target) return
    onBrought()
    return bringSegment(target.id, items, bring)
    // Text that changes later does not bring it back into view.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [target, bring])
}

/** Answers what ends it: the reader may have gone elsewhere meanwhile. */
export function bringSegment(
  id: SegmentId,
  items: readonly FlowItem[],
  bring: (index: number) => void,
): () => void {
  const index = items.findIndex(
    (item) => item.kind === 'paragraph' && item.paragraph.segments.some((one) => one.id === id),
  )
  if (index < 0) return () => {}
  const centre = (): boolean => {
    const element = document.getElementById(segmentElementId(id))
    element?.scrollIntoView({ block: 'center', behavior: 'instant' })
    return element !== null
  }
  if (centre()) return () => {}
  bring(index)
  let frame = 0
  let timer = requestAnimationFrame(function look() {
    // Once more after it is there: what was drawn around it may be higher than was thought.
    const there = centre()
    if (!there) bring(index)
    if (++frame < (there ? 3 : mostFrames)) timer = requestAnimationFrame(look)
  })
  return () => cancelAnimationFrame(timer)
}
