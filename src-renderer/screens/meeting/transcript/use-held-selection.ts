import { type RefObject, useEffect, useState } from 'react'

/** A selection that reaches over more rows than these is not held whole. */
const mostHeld = 400

/** The rows that selected text reaches over: were they taken away, the selection would go with them. */
export function useHeldSelection(
  list: RefObject<HTMLElement | null>,
  active: boolean,
): readonly [number, number] | null {
  const [held, setHeld] = useState<readonly [number, number] | null>(null)
  useEffect(() => {
    if (!active) return
    function look(): void {
      const selection = document.getSelection()
      const rows = selection?.isCollapsed ? null : rowsOf(list.current, selection)
      setHeld((known) => (known?.[0] === rows?.[0] && known?.[1] === rows?.[1] ? known : rows))
    }
    document.addEventListener('selectionchange', look)
    return () => {
      document.removeEventListener('selectionchange', look)
      setHeld(null)
    }
  }, [list, active])
  return held
}

function rowsOf(
  list: HTMLElement | null,
  selection: Selection | null,
): readonly [number, number] | null {
  const [a, b] = [rowOf(list, selection?.anchorNode), rowOf(list, selection?.focusNode)]
  if (a === null || b === null || Math.abs(a - b) > mostHeld) return null
  return [Math.min(a, b), Math.max(a, b)]
}

function rowOf(list: HTMLElement | null, node: Node | null | undefined): number | null {
  const element = node instanceof Element ? node : node?.parentElement
  const row = element?.closest<HTMLElement>('[data-index]')
  return row && list?.contains(row) ? Number(row.dataset['index']) : null
}
