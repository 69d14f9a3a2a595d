import { useEffect, useState } from 'react'

/** Changes whenever colours may have: with the system's look, and with what somebody chose here. */
export function useTheme(): number {
  const [changes, setChanges] = useState(0)
  useEffect(() => {
    const changed = (): void => setChanges((count) => count + 1)
    const systems = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((query) =>
      window.matchMedia(query),
    )
    for (const system of systems) system.addEventListener('change', changed)
    const chosen = new MutationObserver(changed)
    chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      for (const system of systems) system.removeEventListener('change', changed)
      chosen.disconnect()
    }
  }, [])
  return changes
}
