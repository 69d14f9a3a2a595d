import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import type { FlowItem } from '../../../state/flow.ts'
import { estimateHeight } from './estimate-height.ts'
import { useHeldSelection } from './use-held-selection.ts'

interface Text {
  readonly list: RefObject<HTMLElement | null>
  readonly items: readonly FlowItem[]
  /** All of it is drawn. */
  readonly whole: boolean
}

interface Drawn {
  /** As high as what is not drawn before and behind the rows. */
  readonly beforePx: number
  readonly behindPx: number
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
export function useDrawn({ list, items, whole }: Text): Drawn {
  const top = useTop(list)
  const held = useHeldSelection(list, !whole)
  const extract = useCallback(
    (range: Range) => {
      const inView = defaultRangeExtractor(range)
      return held ? stretched(inView, held, range.count) : inView
    },
    [held],
  )
  // With other functions it would lay out everything anew each time.
  const estimateSize = useCallback((index: number) => estimateHeight(items[index]), [items])
  const getItemKey = useCallback((index: number) => keyOf(items[index], index), [items])
  // It changes in place; nothing here is memoised by a compiler.
  // oxlint-disable-next-line react/incompatible-library
  const view = useWindowVirtualizer<HTMLElement>({
    count: items.length,
    enabled: !whole,
    estimateSize,
    getItemKey,
    overscan,
    scrollMargin: top,
    rangeExtractor: extract,
  })
  // The browser does that, and it must not be done twice.
  view.shouldAdjustScrollPositionOnItemSizeChange = () => false
  const rows = view.getVirtualItems()
  const [first, last] = [rows[0], rows.at(-1)]
  const bring = useCallback(
    (index: number) => view.scrollToIndex(index, { align: 'center' }),
    [view],
  )
  const all = useMemo(
    () => (whole ? items.map((item, index) => ({ index, key: keyOf(item, index) })) : null),
    [whole, items],
  )
  if (all) return { beforePx: 0, behindPx: 0, rows: all, measure: unmeasured, bring }
  return {
    beforePx: first ? first.start - top : 0,
    behindPx: last ? view.getTotalSize() - (last.end - top) : 0,
    rows,
    measure: view.measureElement,
    bring,
  }
}

function unmeasured(): void {}

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
  useEffect(() => {
    const sizes = new ResizeObserver(() => {
      const box = list.current?.getBoundingClientRect()
      // While it is not shown it is nowhere.
      if (box && box.width > 0) setTop(Math.round(box.top + window.scrollY))
    })
    sizes.observe(document.body)
    return () => sizes.disconnect()
  }, [list])
  return top
}
