import { expect, it } from 'vitest'
import type { PullProgress } from './model-files.ts'
import { tellProgress } from './tell-progress.ts'

it('tells ten times a second at most, and every change of phase', () => {
  const told: PullProgress[] = []
  let time = 0
  const tell = tellProgress(
    (progress) => void told.push(progress),
    () => time,
  )
  for (time = 0; time < 1000; time++) {
    tell({ receivedBytes: time, totalBytes: 1000, phase: 'fetching' })
  }
  expect(told).toHaveLength(10)
  tell({ receivedBytes: 1000, totalBytes: 1000, phase: 'checking' })
  expect(told.at(-1)?.phase).toBe('checking')
})
