import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { FlowItem } from '../../../state/flow.ts'
import { estimateHeight } from './estimate-height.ts'
import { useHeldSelection } from './use-held-selection.ts'

export interface Drawn {
  readonly list: RefObject<HTMLDivElement | null>
  /** As high as what is not drawn before and behind the rows. */
  readonly before: RefObject<HTMLDivElement | null>
  readonly behind: RefObject<HTMLDivElement | null>
  readonly rows: readonly { readonly index: number; readonly key: React.Key }[]
  /** Notes how high a row really is. */
  readonly measure: (row: HTMLElement | null) => void
  /** Draws an item, however far away, and scrolls there. */
  readonly bring: (index: number) => void
}

/** Rows drawn beyond what is in view, so that nothing is seen to appear. */
const overscan = 12

/**
 * Which items of a long text are in the document. They stand in the flow of the page between two spaces; so the browser
 * itself keeps what somebody reads in its place while items above it are measured, come or go.
 */
export function useDrawn(items: readonly FlowItem[], whole: boolean): Drawn {
  const list = useRef<HTMLDivElement>(null)
  const before = useRef<HTMLDivElement>(null)
  const behind = useRef<HTMLDivElement>(null)
  const top = useTop(list)
  const held = useHeldSelection(list, !whole)
  const extract = useCallback(
    (range: Range) => {
      if (whole) return Array.from({ length: range.count }, (_, index) => index)
      return held
        ? stretched(defaultRangeExtractor(range), held, range.count)
        : defaultRangeExtractor(range)
    },
    [whole, held],
  )
  const view = useWindowVirtualizer<HTMLElement>({
    count: items.length,
    estimateSize: (index) => estimateHeight(items[index]),
    getItemKey: (index) => keyOf(items[index], index),
    overscan,
    scrollMargin: top,
    rangeExtractor: extract,
  })
  // The browser does that, and it must not be done twice.
  view.shouldAdjustScrollPositionOnItemSizeChange = () => false
  const rows = view.getVirtualItems()
  const [first, last] = [rows[0], rows.at(-1)]
  const beforePx = whole || !first ? 0 : first.start - top
  const behindPx = whole || !last ? 0 : view.getTotalSize() - (last.end - top)
  useLayoutEffect(() => {
    if (before.current) before.current.style.height = `${beforePx}px`
    if (behind.current) behind.current.style.height = `${behindPx}px`
  })
  const bring = useCallback(
    (index: number) => view.scrollToIndex(index, { align: 'center' }),
    [view],
  )
  return useMemo(
    () => ({ list, before, behind, rows, measure: whole ? () => {} : view.measureElement, bring }),
    [rows, whole, view, bring],
  )
}

function keyOf(item: FlowItem | undefined, index: number): React.Key {
  if (!item) return index
  return item.kind === 'mark' ? item.key : item.paragraph.key
}

/** Rows in a row, from what is in view to what is selected. */
function stretched(
  inView: readonly number[],
  held: readonly [number, number],
  count: number,
): number[] {
  const from = Math.max(0, Math.min(inView[0] ?? held[0], held[0]))
  const to = Math.min(count - 1, Math.max(inView.at(-1) ?? held[1], held[1]))
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** Where the list begins on the page; what stands above it may grow. */
function useTop(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  const look = useCallback(() => {
    const box = list.current?.getBoundingClientRect()
    // While it is not shown it is nowhere.
    if (box && box.width > 0) setTop(Math.round(box.top + window.scrollY))
  }, [list])
  useLayoutEffect(look)
  useEffect(() => {
    const sizes = new ResizeObserver(look)
    sizes.observe(document.body)
    return () => sizes.disconnect()
  }, [look])
  return top
}
