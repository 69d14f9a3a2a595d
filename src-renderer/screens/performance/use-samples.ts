import { useEffect, useState } from 'react'
import type { PerformanceSample } from '#contract/performance.ts'
import { useApp, useAppState } from '../../pieces/app-context.ts'

export type Span = 'now' | 'day' | 'week' | 'quarter'

const hours = 3_600_000
const lengthMs: Readonly<Record<Span, number>> = {
  now: hours / 6,
  day: 24 * hours,
  week: 7 * 24 * hours,
  quarter: 90 * 24 * hours,
}
/** More points than a chart is wide show nothing more. */
const most = 400

/** What was measured in a span of time: as it was kept, and for the last minutes as it comes. */
export function useSamples(span: Span): readonly PerformanceSample[] {
  const { actions } = useApp()
  const link = useAppState(({ link }) => link)
  const fresh = useAppState(({ running }) => running.samples)
  const [kept, setKept] = useState<readonly PerformanceSample[]>([])
  useEffect(() => {
    if (link !== 'connected') return
    let isWanted = true
    const from = new Date(Date.now() - lengthMs[span]).toISOString()
    actions.readPerformance(from, most).then(
      (samples) => isWanted && setKept(samples),
      // What is there stays; a lost connection reads again when it is back.
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [span, link, actions])
  const last = kept.at(-1)?.at ?? ''
  const newer = fresh.filter(({ at }) => at > last)
  if (span !== 'now') return kept
  const all = [...kept, ...newer]
  const end = Date.parse(all.at(-1)?.at ?? '')
  return all.filter(({ at }) => Date.parse(at) >= end - lengthMs.now)
}
