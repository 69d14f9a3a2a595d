import type { MeetingId } from '#contract/ids.ts'
import type { PerformanceSample } from '#contract/performance.ts'

/** Times are milliseconds since 1970. */
export interface PerformanceRange {
  readonly meetingId: MeetingId | null
  readonly fromMs: number
  readonly toMs: number
}

/** What was measured while the program worked. */
export interface PerformanceHistory {
  add(sample: PerformanceSample): void
  /** In the order in which they were taken. */
  read(range: PerformanceRange): PerformanceSample[]
  forgetBefore(ms: number): void
}
