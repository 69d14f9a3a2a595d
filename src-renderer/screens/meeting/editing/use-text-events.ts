import type { KeyboardEvent, MouseEvent } from 'react'
import type { Segment } from '#contract/transcript.ts'
import { isPressed, keysOf } from '../../../state/shortcuts.ts'
import { isMac } from '../../../pieces/kbd.tsx'
import { begin, type Editing } from './editing-store.ts'
import { characterOf, elementOf, segmentOf } from './segment-place.ts'

/** What the mouse and the keys do on the text of a meeting, to whichever segment they meet. */
export function useTextEvents({ store }: Editing, segments: readonly Segment[]) {
  const isField = (target: EventTarget): boolean =>
    target instanceof Element && target.closest('textarea, input, button, a') !== null
  return {
    onDoubleClick({ target, nativeEvent }: MouseEvent): void {
      const segment = segmentOf(target, segments)
      if (!segment || isField(target)) return
      nativeEvent.preventDefault()
      document.getSelection()?.removeAllRanges()
      begin(store, segment, characterOf(target))
    },
    onContextMenu(event: MouseEvent): void {
      const segment = segmentOf(event.target, segments)
      const beside = elementOf(event.target)
      // Selected text has the system's own menu, with which it is copied.
      if (!segment || !beside || isField(event.target)) return
      if (document.getSelection()?.isCollapsed === false) return
      event.preventDefault()
      const pointed = event.target instanceof Element ? event.target.closest('.word') : null
      const character = characterOf(event.target)
      store.setState({ menu: { id: segment.id, character, beside: pointed ?? beside } })
    },
    onKeyDown(event: KeyboardEvent): void {
      const segment = segmentOf(event.target, segments)
      if (!segment || isField(event.target)) return
      if (!isPressed(event, keysOf('editText'), isMac)) return
      event.preventDefault()
      begin(store, segment, characterOf(event.target))
    },
  }
}
