import { describe, expect, it } from 'vitest'
import { decodesOf } from './decodes.ts'
import { lengthMs, uncoveredMs } from './stretches.ts'
import { decoded } from './told-events.ts'

describe('decodes of a track', () => {
  it('are counted with what they cost, and with what is new from look to look', () => {
    const { costMs, hopMs, stretches } = decodesOf(
      [
        decoded('look', 0, 700),
        decoded('look', 0, 1500),
        decoded('look', 9000, 9700, 'them'),
        decoded('look', 400, 2500),
        decoded('commit', 400, 3000),
        decoded('look', 4000, 4700),
      ],
      'me',
    )
    expect(hopMs).toEqual([800, 1000])
    expect(costMs).toEqual([40, 40, 40, 40, 40])
    expect(stretches).toContainEqual({ fromMs: 400, toMs: 3000 })
    expect(stretches).toHaveLength(5)
  })
})

describe('stretches', () => {
  const span = (fromMs: number, toMs: number) => ({ fromMs, toMs })
  it.each([
    [[span(0, 100)], [span(0, 100)], 0],
    [[span(0, 100)], [span(20, 60), span(50, 70)], 50],
    [[span(0, 100), span(200, 300)], [span(90, 210)], 180],
    [[span(0, 100), span(50, 150)], [], 150],
  ])('%j are not covered by %j for %i ms', (stretches, covers, missing) => {
    expect(uncoveredMs(stretches, covers)).toBe(missing)
  })

  it('that overlap count once', () => {
    expect(lengthMs([span(0, 100), span(50, 150), span(400, 500)])).toBe(250)
  })
})
