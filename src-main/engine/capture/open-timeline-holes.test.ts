/** What is missing, what comes twice, and time that stands still. */
import { describe, expect, it, vi } from 'vitest'
import {
  clickErrors,
  device,
  holesOf,
  laidTrack,
  ORIGIN,
  PER_MS,
  samplesOf,
  sumOf,
} from './testing/laid-track.ts'
import { hear } from './testing/simulated-device.ts'

// Much sound passes here, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 })

describe('a hole', () => {
  const cases = [
    ['of which the device speaks', 137, true, 'device_glitch'],
    ['of which the device says nothing', 300, false, 'device_glitch'],
    ['that is short', 40, false, 'device_glitch'],
    ['of which the device speaks, and which is shorter than its jitter', 15, true, 'device_glitch'],
    ['of a minute', 60_000, false, 'device_glitch'],
  ] as const
  it.each(cases)('%s has its place and length', (_, missing, flag, cause) => {
    const { timeline, deliver, end } = laidTrack()
    const jitterMs = missing < 30 ? 2 : 10
    const one = device({ ppm: 120, jitterMs })
    timeline.bind(48_000, 'silence')
    deliver(one, 0, 4000)
    deliver(one, 4000 + missing, 8000 + missing, flag)
    const pieces = end()
    const holes = holesOf(pieces).filter(({ kind }) => kind !== 'silence')
    expect(holes.map(({ kind }) => kind)).toEqual([cause])
    expect(Math.abs((holes[0]?.atMs ?? 0) - 4000)).toBeLessThan(10)
    expect(Math.abs((holes[0]?.ms ?? 0) - missing)).toBeLessThan(10)
    expect(Math.abs(sumOf(pieces) / PER_MS - 8000 - missing)).toBeLessThan(10)
    for (const error of clickErrors(samplesOf(pieces), 4500 + missing, 8000 + missing)) {
      expect(Math.abs(error)).toBeLessThan(8)
    }
  })

  it('is not made of jitter, nor of one moment that is far off', () => {
    const { timeline, told, end } = laidTrack()
    timeline.bind(48_000, 'silence')
    let i = 0
    for (const { samples, deviceMs } of hear(device({ jitterMs: 10 }), ORIGIN, ORIGIN + 20_000)) {
      told(timeline.push(samples, deviceMs + (i++ % 300 === 150 ? 90 : 0), i % 500 === 0))
    }
    expect(holesOf(end()).filter(({ ms }) => ms > 10)).toEqual([])
  })

  it('of an overrun is exact', () => {
    const { timeline, deliver, end } = laidTrack()
    const one = device({ jitterMs: 10 })
    timeline.bind(48_000, 'silence')
    deliver(one, 0, 3000)
    timeline.overrun(48_000 * 1.25)
    deliver(one, 4250, 6000)
    const holes = holesOf(end()).filter(({ kind }) => kind === 'overrun')
    expect(holes.length).toBe(1)
    expect(holes[0]?.ms).toBeCloseTo(1250, 0)
    expect(Math.abs((holes[0]?.atMs ?? 0) - 3000)).toBeLessThan(8)
  })
})

describe('a loopback that sends nothing while nothing plays', () => {
  it('is filled with silence as time goes on, and goes on at its true time', () => {
    const { timeline, told, deliver, end } = laidTrack()
    const one = device({ ppm: -80, jitterMs: 3 })
    timeline.bind(48_000, 'silence', 'silence')
    for (let ms = 0; ms < 2000; ms += 100) told(timeline.advance(ORIGIN + ms - 200, 'silence'))
    deliver(one, 1950, 4030)
    for (let ms = 4100; ms < 9900; ms += 100) told(timeline.advance(ORIGIN + ms - 200, 'silence'))
    expect(timeline.length / PER_MS).toBeGreaterThan(9500)
    // Heard 150 ms ago, delivered only now.
    deliver(one, 9750, 12_000)
    const pieces = end()
    expect(new Set(holesOf(pieces).map(({ kind }) => kind))).toEqual(new Set(['silence']))
    const errors = clickErrors(samplesOf(pieces), 1900, 12_000)
    expect(errors.length).toBe(5)
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(5)
  })

  it('is not disturbed by the time that it has told already', () => {
    const { timeline, told, deliver, end } = laidTrack()
    const one = device({ jitterMs: 10 })
    timeline.bind(48_000, 'silence', 'silence')
    for (let ms = 0; ms < 5000; ms += 50) {
      deliver(one, ms, ms + 50)
      told(timeline.advance(ORIGIN + ms + 50 - 200, 'silence'))
    }
    expect(holesOf(end()).filter(({ ms }) => ms > 10)).toEqual([])
  })

  it('is cut where it comes for a time that is told already', () => {
    const { timeline, told, deliver, end } = laidTrack()
    timeline.bind(48_000, 'silence', 'silence')
    told(timeline.advance(ORIGIN + 1500, 'silence'))
    deliver(device(), 800, 3000)
    const pieces = end()
    expect(sumOf(pieces) / PER_MS).toBeCloseTo(3000, 0)
    expect(clickErrors(samplesOf(pieces), 500, 3000)).toHaveLength(1)
  })

  it('loses no sound that is shorter than what a place is judged by', () => {
    const { timeline, told, deliver, end } = laidTrack()
    timeline.bind(48_000, 'silence', 'silence')
    deliver(device({ jitterMs: 3 }), 985, 1015)
    told(timeline.advance(ORIGIN + 1800, 'silence'))
    deliver(device({ jitterMs: 3 }), 1985, 2015)
    const errors = clickErrors(samplesOf(end()), 500, 2500)
    expect(errors.length).toBe(2)
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(8)
  })
})

describe('another device', () => {
  it('goes on at its true time, and what is missing has its cause', () => {
    const { timeline, told, deliver, end } = laidTrack()
    timeline.bind(48_000, 'no_device')
    deliver(device({ ppm: 200, jitterMs: 10 }), 300, 2500)
    told(timeline.advance(ORIGIN + 4000, 'device_lost'))
    timeline.bind(16_000, 'device_changed')
    deliver(device({ sampleRate: 16_000, ppm: -200, jitterMs: 10 }), 4700, 8000)
    const holes = holesOf(end())
    expect(holes.map(({ kind }) => kind)).toEqual(['no_device', 'device_lost', 'device_changed'])
    for (const [i, ms] of [300, 1500, 700].entries()) {
      expect(Math.abs((holes[i]?.ms ?? 0) - ms)).toBeLessThan(10)
    }
  })

  it('that hears again what was heard is cut', () => {
    const { timeline, deliver, end } = laidTrack()
    timeline.bind(48_000, 'silence')
    deliver(device(), 0, 5000)
    timeline.bind(48_000, 'device_changed')
    deliver(device(), 3000, 8000)
    const pieces = end()
    expect(holesOf(pieces)).toEqual([])
    expect(sumOf(pieces) / PER_MS).toBeCloseTo(8000, 0)
    for (const error of clickErrors(samplesOf(pieces), 500, 8000)) {
      expect(Math.abs(error)).toBeLessThan(1)
    }
  })

  it('whose moments go backwards is cut', () => {
    const { timeline, deliver, end } = laidTrack()
    timeline.bind(48_000, 'silence')
    deliver(device({ jitterMs: 5 }), 0, 5000)
    deliver(device({ jitterMs: 5 }), 4300, 8000)
    expect(Math.abs(sumOf(end()) / PER_MS - 8000)).toBeLessThan(10)
  })
})

describe('a pause', () => {
  it.each([0, 40])('lets time stand still; what is %d ms late is still placed', (lateMs) => {
    const { timeline, told, deliver, end } = laidTrack()
    const one = device({ ppm: 100, jitterMs: 5 })
    timeline.bind(48_000, 'silence')
    deliver(one, 0, 3000 - lateMs)
    told(timeline.pause(ORIGIN + 3000))
    deliver(one, 3000 - lateMs, 5000)
    expect(Math.abs(timeline.length / PER_MS - 3000)).toBeLessThan(10)
    timeline.resume(ORIGIN + 5000)
    deliver(one, 5000, 8000)
    const pieces = end()
    expect(Math.abs(sumOf(pieces) / PER_MS - 6000)).toBeLessThan(10)
    const errors = clickErrors(samplesOf(pieces), 500, 6000)
    expect(errors.length).toBeGreaterThanOrEqual(4)
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(8)
    expect(holesOf(pieces).filter(({ ms }) => ms > 10)).toEqual([])
  })

  it('in which nothing is heard needs no sound to end', () => {
    const { timeline, told, deliver, end } = laidTrack()
    timeline.bind(48_000, 'silence', 'silence')
    deliver(device(), 0, 2000)
    told(timeline.pause(ORIGIN + 2000))
    told(timeline.advance(ORIGIN + 9000, 'silence'))
    timeline.resume(ORIGIN + 9000)
    told(timeline.advance(ORIGIN + 9500, 'silence'))
    expect(sumOf(end()) / PER_MS).toBeCloseTo(2500, 0)
  })

  it('that is noticed only afterwards, on a clock that went on, fills nothing', () => {
    const { timeline, told, deliver, end } = laidTrack()
    const one = device({ ppm: 50, jitterMs: 5 })
    timeline.bind(48_000, 'silence')
    deliver(one, 0, 3000)
    told(timeline.pause(ORIGIN + 2800))
    timeline.resume(ORIGIN + 3_602_800)
    deliver(one, 3_602_800, 3_606_000)
    const pieces = end()
    expect(holesOf(pieces).filter(({ ms }) => ms > 10)).toEqual([])
    expect(Math.abs(sumOf(pieces) / PER_MS - 6000)).toBeLessThan(10)
  })

  it('of no length is not heard at all', () => {
    const { timeline, told, deliver, end } = laidTrack()
    timeline.bind(48_000, 'silence')
    deliver(device(), 0, 3000)
    told(timeline.pause(ORIGIN + 2990))
    timeline.resume(ORIGIN + 2990)
    deliver(device(), 3000, 6000)
    const pieces = end()
    expect(holesOf(pieces)).toEqual([])
    expect(sumOf(pieces) / PER_MS).toBeCloseTo(6000, 0)
  })
})
