import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { MeetingId } from '#contract/ids.ts'
import { type LibraryRow, stepFrom } from '../../state/library-rows.ts'
import type { Chosen } from './use-selection.ts'

interface Options {
  readonly rows: readonly LibraryRow[]
  readonly selection: Chosen
  readonly onDelete: (ids: readonly MeetingId[]) => void
  readonly box: RefObject<HTMLElement | null>
  /** Scrolls there. */
  readonly show: (id: MeetingId) => void
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 8,
  PageUp: -8,
  Home: -Infinity,
  End: Infinity,
}

/** The keys of the list: one row of it can be reached with Tab, the arrows lead to the others. */
export function useListKeys({ rows, selection, onDelete, box, show }: Options) {
  const shown = rows.flatMap((row) => (row.kind === 'meeting' ? [row.meeting.id] : []))
  const [last, setActive] = useState<MeetingId | null>(null)
  const active = last !== null && shown.includes(last) ? last : (shown[0] ?? null)
  const wanted = useRef<MeetingId | null>(null)

  // A row that comes into sight is there one rendering later.
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const row = box.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })

  function move(by: number, isStretch: boolean): void {
    const next = stepFrom(shown, active, by)
    if (next === null) return
    if (isStretch) {
      if (active !== null && selection.chosen.size === 0) selection.toggle(active)
      selection.extend(next)
    }
    wanted.current = next
    setActive(next)
    show(next)
  }
  function choose(id: MeetingId, isStretch: boolean): void {
    if (isStretch) selection.extend(id)
    else selection.toggle(id)
  }
  /** The focus goes on to what comes after. */
  function remove(): void {
    const ids = selection.chosen.size > 0 ? [...selection.chosen] : active === null ? [] : [active]
    if (ids.length === 0) return
    const gone = new Set(ids)
    const at = active === null ? 0 : shown.indexOf(active)
    const next = [...shown.slice(at), ...shown.slice(0, at).toReversed()].find(
      (id) => !gone.has(id),
    )
    if (next !== undefined) {
      wanted.current = next
      setActive(next)
    }
    onDelete(ids)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event
    if (altKey || !(target instanceof HTMLElement)) return
    if (target.closest('button, [role="dialog"]')) return
    const isBox = target instanceof HTMLInputElement
    const step = steps[key]
    if (step !== undefined && !ctrlKey && !metaKey) move(step, shiftKey)
    else if (key === ' ' && !isBox && active !== null) choose(active, shiftKey)
    else if (key.toLowerCase() === 'a' && (ctrlKey || metaKey)) selection.all()
    else if (key === 'Delete') remove()
    else if (key === 'Escape' && selection.chosen.size > 0) selection.none()
    else return
    event.preventDefault()
  }
  function onFocus({ target }: FocusEvent): void {
    const row = target.closest('li')?.querySelector('[data-row]')?.getAttribute('data-row')
    const id = MeetingId.safeParse(row)
    if (id.success) setActive(id.data)
  }

  return { active, onKeyDown, onFocus, choose }
}
