/** Segments and words as elements of the document, and back. */
import type { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { segmentElementId } from '../../../pieces/transcript-view.tsx'

/** The segment that an element belongs to. */
export function segmentOf(
  target: EventTarget | null,
  segments: readonly Segment[],
): Segment | null {
  const element = elementOf(target)
  return segments.find(({ id }) => segmentElementId(id) === element?.id) ?? null
}

export function elementOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('.segment') : null
}

/** Where the pointed word begins in the text of its segment. */
export function characterOf(target: EventTarget | null): number {
  const word = target instanceof Element ? target.closest<HTMLElement>('[data-word]') : null
  return Number(word?.dataset['word'] ?? 0)
}

/** Brings the focus back to where somebody was, or to the text where that is gone. */
export function focusSegment(id: SegmentId): void {
  const word = document.getElementById(segmentElementId(id))?.querySelector<HTMLElement>('.word')
  const place = word ?? document.querySelector<HTMLElement>('.past-text')
  if (!place) return
  if (word) word.tabIndex = -1
  place.focus({ preventScroll: true })
}

/** The first word behind a place, to tell what would be divided. */
export function wordAt(text: string, character: number): string {
  return /^\s*(\S+)/u.exec(text.slice(character))?.[1] ?? ''
}
