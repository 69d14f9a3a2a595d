import { useState } from 'react'
import type { Segment } from '#contract/transcript.ts'

/** How many lines came since the reader looked back. */
export function useNews(segments: readonly Segment[], following: boolean): number {
  const [leftAtMs, setLeftAtMs] = useState<number | null>(null)
  if (following && leftAtMs !== null) setLeftAtMs(null)
  if (!following && leftAtMs === null) setLeftAtMs(segments.at(-1)?.startMs ?? -1)
  if (following || leftAtMs === null) return 0
  return segments.length - 1 - segments.findLastIndex(({ startMs }) => startMs <= leftAtMs)
}
