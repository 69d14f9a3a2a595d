import { describe, expect, it } from 'vitest'
import { captureProblem } from '#native/capture/capture.ts'
import { pulseProblem } from '#native/capture/testing/pulse-daemon.ts'
import { runDeviceMatrix } from './device-matrix.ts'

const problem = pulseProblem() ?? captureProblem()

describe.skipIf(problem !== null)('a recording of real devices', () => {
  it(
    'outlives everything that is done to them, and tells every hole',
    { timeout: 180_000 },
    async () => {
      const { rows, apartMs, strayMs } = await runDeviceMatrix(1)
      expect(rows.map(({ deed, track }) => `${deed}: ${track}`)).toHaveLength(8)
      const killed = rows.filter(({ deed }) => deed === 'server killed')
      for (const { missingMs } of killed) expect(missingMs).toBeGreaterThan(0)
      expect(apartMs).toBeLessThan(500)
      expect(Math.abs(strayMs)).toBeLessThan(2_000)
    },
  )
})
