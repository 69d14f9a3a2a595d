import { useEffect, useState, useSyncExternalStore } from 'react'
import { recall, remember } from '../../client/memory.ts'

const beside = ['insights', 'summary', 'ask'] as const
export type BesideTab = (typeof beside)[number]
export type TabId = 'transcript' | 'notes' | BesideTab

const memoryKey = 'rtstt.tab'
/** From here on the text and what was understood of it have room beside each other. */
const wide = window.matchMedia('(min-width: 62.5rem)')

function onWidth(tell: () => void): () => void {
  wide.addEventListener('change', tell)
  return () => wide.removeEventListener('change', tell)
}

function remembered(): BesideTab {
  return beside.find((id) => id === recall(memoryKey)) ?? 'insights'
}

/**
 * Which tab is shown. Where there is room the text is always in view and the last chosen tab stands beside it; where
 * there is none the text is a tab as well, and the first one.
 */
export function useTab() {
  const isWide = useSyncExternalStore(onWidth, () => wide.matches)
  const [inView, setInView] = useState<TabId>('transcript')
  const [last, setLast] = useState(remembered)
  useEffect(() => remember(memoryKey, last), [last])
  return {
    isWide,
    shown: isWide ? last : inView,
    textShown: isWide || inView === 'transcript',
    choose(id: TabId): void {
      setInView(id)
      if (id !== 'transcript' && id !== 'notes') setLast(id)
    },
  }
}

export type ChosenTab = ReturnType<typeof useTab>
