import { type FocusEvent, type PointerEvent, type RefObject, useState } from 'react'
import type { Segment } from '#contract/transcript.ts'
import { elementOf, segmentOf } from './segment-place.ts'

interface Pointed {
  readonly segment: Segment
  readonly place: { readonly left: string; readonly top: string }
}

/** The segment under the pointer, or with the focus, and where a button for it is out of the way of its words. */
export function useHandle(box: RefObject<HTMLElement | null>, segments: readonly Segment[]) {
  const [pointed, setPointed] = useState<Pointed | null>(null)

  function point(target: EventTarget | null): void {
    const segment = segmentOf(target, segments)
    const element = elementOf(target)
    const last = [...(element?.getClientRects() ?? [])].at(-1)
    const frame = box.current?.getBoundingClientRect()
    if (!segment || !last || !frame || element?.querySelector('textarea')) return
    // Behind its last word, and within the text where that ends at the border.
    const left = Math.min(last.right - frame.left, frame.width - 32)
    const top = last.bottom - frame.top
    setPointed({ segment, place: { left: `${left}px`, top: `${top}px` } })
  }

  const isThere = pointed !== null && segments.includes(pointed.segment)
  return {
    segment: isThere ? pointed.segment : null,
    place: isThere ? pointed.place : null,
    events: {
      onPointerOver: ({ target, pointerType }: PointerEvent) => {
        if (pointerType !== 'touch') point(target)
      },
      onFocus: ({ target }: FocusEvent) => point(target),
      onPointerLeave: () => setPointed(null),
    },
  }
}
