import { useEffect, useRef, useState } from 'react'

/** So near to the end counts as at the end. */
const nearPx = 64

/**
 * Keeps the end of a growing page in view until the reader scrolls up, and again when the reader is back at the end.
 * Nothing is followed while the text is not shown. Only a reader moves the view up while it is not at the end, because scroll anchoring is off while following.
 */
export function useFollowEnd(textShown: boolean) {
  const [following, setFollowing] = useState(true)
  const wanted = useRef(true)

  useEffect(() => {
    if (!textShown) return
    const page = document.documentElement
    let last = window.scrollY
    let lastHeight = page.scrollHeight
    function look(): void {
      last = window.scrollY
      lastHeight = page.scrollHeight
    }
    function set(follow: boolean): void {
      wanted.current = follow
      setFollowing(follow)
      page.classList.toggle('following', follow)
    }
    function onScroll(): void {
      const atEnd = page.scrollHeight - window.scrollY - window.innerHeight < nearPx
      if (atEnd) set(true)
      // A text that got shorter moves the view up too: while its length changes, a move is not taken for the reader's.
      else if (window.scrollY < last - 1 && page.scrollHeight === lastHeight) set(false)
      look()
    }
    set(wanted.current)
    if (wanted.current) toEnd()
    const sizes = new ResizeObserver(() => {
      if (!wanted.current) return
      toEnd()
      look()
    })
    // The bar below the text may grow as well.
    sizes.observe(document.body)
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      sizes.disconnect()
      window.removeEventListener('scroll', onScroll)
      page.classList.remove('following')
    }
  }, [textShown])

  return {
    following,
    backToEnd: () => {
      // At once: text that comes before the scroll event is followed already.
      wanted.current = true
      toEnd()
    },
  }
}

function toEnd(): void {
  window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })
}
