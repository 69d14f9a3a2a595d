import { useEffect, useState } from 'react'

/** The page's own clock, in milliseconds, once a second. */
export function useClock(): number {
  const [nowMs, setNowMs] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
