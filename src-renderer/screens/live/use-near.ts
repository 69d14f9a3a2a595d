import { type RefObject, useEffect, useState } from 'react'

/** So far outside of what is seen something is drawn, so that nobody scrolls into nothing. */
const margin = '2400px 0px'

export interface Near {
  readonly drawn: boolean
  /** How high it was when it was drawn last, in pixels; null: it never was. */
  readonly height: number | null
}

/** Whether an element is near what is seen. What has the focus, or is selected, stays. */
export function useNear(element: RefObject<HTMLElement | null>, from: boolean): Near {
  const [near, setNear] = useState<Near>({ drawn: from, height: null })
  useEffect(() => {
    const box = element.current
    if (!box) return
    const watch = new IntersectionObserver(
      (entries) => {
        const drawn = entries.at(-1)?.isIntersecting ?? true
        if (!drawn && isHeld(box)) return
        const height = box.offsetHeight
        setNear((before) => {
          if (before.drawn === drawn) return before
          return { drawn, height: drawn ? before.height : height }
        })
      },
      { rootMargin: margin },
    )
    watch.observe(box)
    return () => watch.disconnect()
  }, [element])
  return near
}

function isHeld(box: HTMLElement): boolean {
  const selection = document.getSelection()
  const selected = selection !== null && !selection.isCollapsed && selection.containsNode(box, true)
  return selected || box.contains(document.activeElement)
}
