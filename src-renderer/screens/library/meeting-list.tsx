import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import { useSpeech } from '../../pieces/app-context.ts'
import type { LibraryRow } from '../../state/library-rows.ts'
import { longDay } from '../../texts/format.ts'
import { MeetingRow } from './meeting-row.tsx'
import type { Chosen } from './use-selection.ts'
import { useListKeys } from './use-list-keys.ts'

interface Props {
  readonly rows: readonly LibraryRow[]
  readonly selection: Chosen
  /** What Delete does to the chosen ones, or to the one that has the focus. */
  readonly onDelete: (ids: readonly MeetingId[]) => void
  /** False in the trash. */
  readonly opens?: boolean
  readonly remarkOf?: (id: MeetingId) => string | undefined
}

/** Heights before they are measured, in pixels. */
const dayHeight = 52
const rowHeight = 66

/** All meetings below each other; only those in sight are there, so that a thousand are as quick as ten. */
export function MeetingList({ rows, selection, onDelete, opens = true, remarkOf }: Props) {
  const { t } = useSpeech()
  const box = useRef<HTMLUListElement>(null)
  const offset = useOffset(box)
  const keys = useListKeys({ rows, selection, onDelete, box, show })
  const activeRow = rows.findIndex(({ key }) => key === keys.active)
  // oxlint-disable-next-line react/incompatible-library
  const list = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => (rows[index]?.kind === 'day' ? dayHeight : rowHeight),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
    scrollMargin: offset,
    // What has the focus stays, or the focus would be lost with it.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan)
      const last = Math.min(count - 1, endIndex + overscan)
      const inSight = Array.from({ length: last - first + 1 }, (_, n) => first + n)
      if (activeRow < 0 || (activeRow >= first && activeRow <= last)) return inSight
      return [...inSight, activeRow].toSorted((a, b) => a - b)
    },
  })
  function show(id: MeetingId): void {
    list.scrollToIndex(
      rows.findIndex(({ key }) => key === id),
      { align: 'auto' },
    )
  }

  return (
    <>
      <p id="list-keys" className="sr-only">
        {t('library.keys')}
      </p>
      <ul
        ref={box}
        aria-label={t('library.list')}
        aria-describedby="list-keys"
        className="relative m-0 list-none p-0"
        style={{ height: list.getTotalSize() }}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        {list.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          return (
            <li
              key={item.key}
              ref={list.measureElement}
              data-index={item.index}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start - offset}px)` }}
            >
              {row.kind === 'day' ? (
                <DayHead day={row.day} />
              ) : (
                <MeetingRow
                  meeting={row.meeting}
                  chosen={selection.chosen.has(row.meeting.id)}
                  reachable={row.key === keys.active}
                  opens={opens}
                  onChoose={(isStretch) => keys.choose(row.meeting.id, isStretch)}
                  {...remarked(remarkOf?.(row.meeting.id))}
                />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function remarked(remark: string | undefined): { readonly remark?: string } {
  return remark === undefined ? {} : { remark }
}

function DayHead({ day }: Pick<Extract<LibraryRow, { kind: 'day' }>, 'day'>) {
  const { t, locale } = useSpeech()
  return (
    <h2 className="px-3 pt-5 pb-2 text-label font-semibold text-quiet first-letter:uppercase">
      {day.when === 'earlier' ? longDay(day.date, locale) : t(`library.${day.when}`)}
    </h2>
  )
}

/** How far down the page the list begins; what stands above it comes and goes. */
function useOffset(box: React.RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const measure = (): void => {
      const top = box.current?.getBoundingClientRect().top ?? 0
      setOffset(Math.round(top + window.scrollY))
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(document.body)
    return () => sizes.disconnect()
  }, [box])
  return offset
}
