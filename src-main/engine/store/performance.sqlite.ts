import { PerformanceSample } from '#contract/performance.ts'
import type { Db } from './open-database.sqlite.ts'
import type { PerformanceHistory, PerformanceRange } from './performance.ts'

interface Row {
  readonly ended_at: number
  readonly meeting_id: string | null
  readonly sample: string
}

export function sqlitePerformance(db: Db): PerformanceHistory {
  // The meeting may have been deleted since it was measured.
  const insert = db.prepare<Row>(`
    INSERT INTO performance_sample (ended_at, meeting_id, sample)
    VALUES (@ended_at, (SELECT id FROM meeting WHERE id = @meeting_id), @sample)`)
  const within = db
    .prepare<PerformanceRange, string>(
      `SELECT sample FROM performance_sample
       WHERE ended_at BETWEEN @fromMs AND @toMs AND (@meetingId IS NULL OR meeting_id = @meetingId)
       ORDER BY ended_at, number`,
    )
    .pluck()
  const forget = db.prepare<[number]>('DELETE FROM performance_sample WHERE ended_at < ?')
  return {
    add: (sample) =>
      void insert.run({
        ended_at: Date.parse(sample.at),
        meeting_id: sample.meetingId,
        sample: JSON.stringify(sample),
      }),
    // What an earlier version measured in another way is left out.
    read: (range) =>
      within.all(range).flatMap((json) => {
        const sample = PerformanceSample.safeParse(JSON.parse(json))
        return sample.success ? [sample.data] : []
      }),
    forgetBefore: (ms) => void forget.run(ms),
  }
}
