import { useEffect } from 'react'

/** Names the browser's tab after what it shows. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    document.title = title === null ? 'RTSTT' : `${title} – RTSTT`
  }, [title])
}
