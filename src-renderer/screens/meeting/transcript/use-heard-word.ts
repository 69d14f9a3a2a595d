import { type RefObject, useEffect } from 'react'
import type { Segment } from '#contract/transcript.ts'
import { segmentElementId } from '../../../pieces/transcript-view.tsx'
import { type Heard, heardAt } from '../../../state/heard.ts'
import { usePlayer } from '../player/player-context.ts'

interface Wish {
  readonly list: RefObject<HTMLElement | null>
  readonly segments: readonly Segment[]
  /** Called when another segment is heard. */
  readonly onSegment: (segment: Segment) => void
}

/** The name under which the style sheet knows the word being heard. */
const highlightName = 'heard'

/**
 * Marks the word being heard. The browser paints the mark over the text, so no element is changed for it, however fast
 * somebody speaks.
 */
export function useHeardWord({ list, segments, onSegment }: Wish): void {
  const player = usePlayer()
  useEffect(() => {
    if (!player) return
    let shown: Range | null = null
    let heard: Heard | null = null
    function look(atMs: number): void {
      const now = heardAt(segments, atMs)
      const same = now?.segment === heard?.segment
      // What was scrolled away and is drawn again is another element.
      if (same && now?.word === heard?.word && shown?.startContainer.isConnected !== false) return
      const [before, told] = [heard, now]
      heard = now
      shown = told && rangeOf(list.current, told)
      if (shown) CSS.highlights.set(highlightName, new Highlight(shown))
      else CSS.highlights.delete(highlightName)
      if (told && told.segment !== before?.segment) onSegment(told.segment)
    }
    const stop = player.onPlace(look)
    return () => {
      stop()
      CSS.highlights.delete(highlightName)
    }
  }, [player, list, segments, onSegment])
}

function rangeOf(list: HTMLElement | null, { segment, word }: Heard): Range | null {
  const element = list?.querySelector(`#${segmentElementId(segment.id)}`)
  const spoken = word && element?.querySelector(`[data-word="${word.from}"]`)
  const target = spoken ?? (segment.words.length === 0 ? element : null)
  if (!target) return null
  const range = new Range()
  range.selectNodeContents(target)
  return range
}
