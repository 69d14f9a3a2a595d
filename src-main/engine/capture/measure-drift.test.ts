import { describe, expect, it, vi } from 'vitest'
import { measureDrift } from './measure-drift.ts'
import { steerPace } from './steer-pace.ts'
import { seeded } from './testing/simulated-device.ts'

// Hours pass here, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 })

/** Fewer moments than there really are, so the measure has it harder. */
const CHUNK_MS = 50
const RATE = 48_000
const CHUNK = (RATE * CHUNK_MS) / 1000
const HOUR_MS = 3_600_000

interface Clock {
  readonly ppm: number
  readonly jitterMs: number
  readonly seed: number
}

/**
 * A track as `placeRun` lays it, without the samples: for each chunk, how far what is laid lies from its true
 * place, in ms. The device begins to hear at 0 ms.
 */
function* placesOf({ ppm, jitterMs, seed }: Clock, untilMs: number): Generator<number> {
  const random = seeded(seed)
  const trueMs = (frame: number): number => ((frame / RATE) * 1000) / (1 + ppm * 1e-6)
  const meter = measureDrift(RATE, (random() * 2 - 1) * jitterMs * 0.3)
  let { pace } = meter
  /** The input frame that is laid at `laidMs`. */
  let used = 0
  let laidMs = meter.timeOf(0)
  for (let frame = 0; trueMs(frame) < untilMs; frame += CHUNK) {
    meter.observe(frame, trueMs(frame) + (random() * 2 - 1) * jitterMs)
    const behindMs = ((meter.frameAt(laidMs) - used) * 1000) / RATE
    pace = steerPace(pace, meter.pace, { behindMs, spanMs: CHUNK_MS })
    laidMs += ((frame + CHUNK - used) / RATE / pace) * 1000
    used = frame + CHUNK
    yield laidMs - trueMs(used)
  }
}

function worstAfter(places: Iterable<number>, skip: number): number {
  let worst = 0
  let n = 0
  for (const place of places) if (n++ >= skip) worst = Math.max(worst, Math.abs(place))
  return worst
}

describe('a track of a device whose clock is wrong', () => {
  it.each([
    [-500, 0],
    [-300, 10],
    [-20, 10],
    [0, 10],
    [100, 3],
    [300, 10],
    [500, 10],
  ])('lies within 5 ms of its true place at %d ppm and jitter of %d ms', (ppm, jitterMs) => {
    const places = placesOf({ ppm, jitterMs, seed: 7 }, HOUR_MS / 2)
    expect(worstAfter(places, 60_000 / CHUNK_MS)).toBeLessThan(5)
  })

  it('is never more than 15 ms off, not even while nothing is known of its clock', () => {
    for (const ppm of [-500, 500]) {
      for (let seed = 0; seed < 20; seed++) {
        expect(worstAfter(placesOf({ ppm, jitterMs: 10, seed }, 60_000), 0)).toBeLessThan(15)
      }
    }
  })

  it('stays in step with another one for eight hours', () => {
    const worst = [-300, 120].map((ppm, i) => {
      const me = placesOf({ ppm, jitterMs: 10, seed: i }, 8 * HOUR_MS)
      const them = placesOf({ ppm: -ppm, jitterMs: 10, seed: 100 + i }, 8 * HOUR_MS)
      // A click that both hear lies at these places.
      let apart = 0
      for (const place of me)
        apart = Math.max(apart, Math.abs(place - (them.next().value ?? place)))
      return apart
    })
    console.info(
      'Two tracks in 8 hours, worst ms apart:',
      worst.map((ms) => ms.toFixed(2)).join(' '),
    )
    for (const apart of worst) expect(apart).toBeLessThan(20)
  })
})

describe('the measure', () => {
  it.each([-500, -300, -7, 0, 42, 300, 500])(
    'finds %d ppm to within 25 ppm in two minutes',
    (ppm) => {
      const random = seeded(ppm + 1000)
      const meter = measureDrift(RATE, 0)
      for (let frame = 0; frame < 120 * RATE; frame += CHUNK) {
        const ms = ((frame / RATE) * 1000) / (1 + ppm * 1e-6)
        meter.observe(frame, ms + (random() * 2 - 1) * 10)
      }
      expect(Math.abs(meter.ppm - ppm)).toBeLessThan(25)
    },
  )

  it('says 0 until it knows', () => {
    const meter = measureDrift(RATE, 0)
    for (let frame = 0; frame < 5 * RATE; frame += CHUNK) meter.observe(frame, (frame / RATE) * 999)
    expect(meter.ppm).toBe(0)
  })

  it('is bent little by a moment that is a second wrong', () => {
    const meter = measureDrift(RATE, 0)
    for (let i = 0; i < 1000; i++) meter.observe(i * CHUNK, i * CHUNK_MS + (i === 900 ? 1000 : 0))
    expect(Math.abs(meter.timeOf(1000 * CHUNK) - 1000 * CHUNK_MS)).toBeLessThan(0.1)
  })

  it('knows the rate after a jump, and the new place', () => {
    const meter = measureDrift(RATE, 0)
    const ms = (frame: number) => (frame / RATE) * 1000 * 1.0002
    for (let i = 0; i < 2400; i++) meter.observe(i * CHUNK, ms(i * CHUNK))
    meter.jump(503)
    for (let i = 2400; i < 2500; i++) meter.observe(i * CHUNK, ms(i * CHUNK) + 500)
    expect(meter.timeOf(2600 * CHUNK)).toBeCloseTo(ms(2600 * CHUNK) + 500, 0)
    expect(meter.frameAt(meter.timeOf(123_456))).toBeCloseTo(123_456, 3)
  })
})
