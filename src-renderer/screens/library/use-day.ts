import { useEffect, useState } from 'react'

/** Today does not stay today on a page that is left open. */
export function useDay(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => {
      setNow((before) => {
        const later = new Date()
        return before.toDateString() === later.toDateString() ? before : later
      })
    }, 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
