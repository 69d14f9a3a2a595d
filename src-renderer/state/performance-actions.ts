/** What a person can ask about how well the program runs. */
import type { ComputerMeasure, PerformanceSample } from '#contract/performance.ts'
import type { EngineClient } from '#wire/connect.ts'
import { problemNotice, tell, type Update } from './perform.ts'

export interface PerformanceActions {
  /** What was measured since `from`, in so many samples at most. */
  readPerformance(from: string, most: number): Promise<readonly PerformanceSample[]>
  readComputer(): Promise<ComputerMeasure | null>
  /** `bundled`: only the model that comes with the program. Null when it could not be done; a notice then says why. */
  measureComputer(models?: 'bundled' | 'all'): Promise<ComputerMeasure | null>
}

export function performanceActions(update: Update, client: EngineClient): PerformanceActions {
  return {
    readPerformance: (from, most) =>
      client.call('performance.read', { meetingId: null, from, to: null, most }),
    readComputer: () => client.call('computer.read', {}),
    async measureComputer(models = 'all') {
      update(({ running }) => ({
        running: { ...running, measuring: { done: 0, total: 0, models: [] } },
      }))
      try {
        return await client.call('computer.measure', { models })
      } catch (error) {
        tell(update, problemNotice(error, null))
        return null
      } finally {
        update(({ running }) => ({ running: { ...running, measuring: null } }))
      }
    },
  }
}
