/** Where sound lies, and that it stays as it is. */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { openTimeline } from './open-timeline.ts'
import {
  clickErrors,
  device,
  holesOf,
  laidTrack,
  lengthOf,
  ORIGIN,
  PER_MS,
  samplesOf,
  sumOf,
} from './testing/laid-track.ts'
import { seeded } from './testing/simulated-device.ts'

// Much sound passes here, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 })

/** How much of a tone is not that tone, in dB: the rest after fitting place, size and (finely) pitch. */
function impurityDb(samples: Float32Array, hertz: number): number {
  // The rest has one valley over so few millionths: it is walked down in thirds.
  let [low, high] = [-800, 800]
  for (let i = 0; i < 25; i++) {
    const third = (high - low) / 3
    if (
      restOf(samples, hertz * (1 + (low + third) * 1e-6)) <
      restOf(samples, hertz * (1 + (high - third) * 1e-6))
    )
      high -= third
    else low += third
  }
  return 10 * Math.log10(restOf(samples, hertz * (1 + low * 1e-6)))
}

function restOf(samples: Float32Array, hertz: number): number {
  const turn = (2 * Math.PI * hertz) / 16_000
  let [ss, cc, sc, xs, xc, xx] = [0, 0, 0, 0, 0, 0]
  for (const [i, x] of samples.entries()) {
    const s = Math.sin(turn * i)
    const c = Math.cos(turn * i)
    ss += s * s
    cc += c * c
    sc += s * c
    xs += x * s
    xc += x * c
    xx += x * x
  }
  const det = ss * cc - sc * sc
  const a = (xs * cc - xc * sc) / det
  const b = (xc * ss - xs * sc) / det
  return Math.max((xx - a * xs - b * xc) / xx, 1e-20)
}

describe.each([8000, 16_000, 44_100, 48_000, 96_000])('a device at %d Hz', (sampleRate) => {
  it.each([-500, 0, 300])('hears clicks at their true place, at %d ppm', (ppm) => {
    const { timeline, deliver, end } = laidTrack()
    timeline.bind(sampleRate, 'silence')
    deliver(device({ sampleRate, ppm, jitterMs: 10 }), 130, 4000)
    const pieces = end()
    const errors = clickErrors(samplesOf(pieces), 500, 4000)
    expect(errors.length).toBe(3)
    for (const error of errors) expect(Math.abs(error)).toBeLessThan(8)
    expect(Math.abs(sumOf(pieces) / PER_MS - 4000)).toBeLessThan(8)
    expect(holesOf(pieces).map(({ kind }) => kind)).toEqual(['silence'])
    expect(timeline.length).toBe(sumOf(pieces))
  })
})

it('keeps two tracks in step to a few milliseconds while both clocks are wrong', () => {
  const [me, them] = [300, -300].map((ppm, seed) => {
    const { timeline, deliver, end } = laidTrack()
    const sampleRate = ppm > 0 ? 48_000 : 16_000
    timeline.bind(sampleRate, 'silence')
    deliver(device({ sampleRate, ppm, jitterMs: 10, random: seeded(seed) }), 20, 45_000)
    expect(Math.abs(timeline.driftPpm - ppm)).toBeLessThan(25)
    return clickErrors(samplesOf(end()), 20_500, 45_000)
  })
  for (const [i, error] of (me ?? []).entries()) {
    expect(Math.abs(error)).toBeLessThan(5)
    expect(Math.abs(error - (them?.[i] ?? Infinity))).toBeLessThan(5)
  }
  expect(me?.length).toBe(24)
})

it.each([1000, 3300])('a tone of %d Hz stays a tone while the place is corrected', (hertz) => {
  const { timeline, deliver, end } = laidTrack()
  timeline.bind(48_000, 'silence')
  const sound = (ms: number) => 0.5 * Math.sin((2 * Math.PI * hertz * ms) / 1000)
  deliver(device({ ppm: 500, jitterMs: 10, sound }), 0, 30_000)
  const all = samplesOf(end())
  for (const second of [2, 6, 12, 20, 28]) {
    const part = all.subarray(second * 16_000, second * 16_000 + 1600)
    expect(impurityDb(part, hertz)).toBeLessThan(-60)
  }
})

type Step =
  | { readonly do: 'hear'; readonly ms: number }
  | { readonly do: 'hole'; readonly ms: number; readonly flag: boolean }
  | { readonly do: 'quiet'; readonly ms: number }
  | { readonly do: 'overrun'; readonly ms: number }
  | { readonly do: 'bind'; readonly rate: number; readonly ms: number }
  | { readonly do: 'again'; readonly ms: number }
  | { readonly do: 'pause'; readonly ms: number }

const ms = fc.integer({ min: 1, max: 1500 })
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('hear' as const), ms }) },
    fc.record({ do: fc.constant('hole' as const), ms, flag: fc.boolean() }),
    fc.record({ do: fc.constant('quiet' as const), ms }),
    fc.record({ do: fc.constant('overrun' as const), ms }),
    fc.record({
      do: fc.constant('bind' as const),
      rate: fc.constantFrom(16_000, 44_100, 48_000),
      ms,
    }),
    fc.record({ do: fc.constant('again' as const), ms }),
    fc.record({ do: fc.constant('pause' as const), ms }),
  ),
  { maxLength: 12 },
)

/** Lives through the steps; tells how much unpaused time has passed. */
function live(todo: readonly Step[], seed: number) {
  const { timeline, told, deliver, end } = laidTrack()
  let one = device({ ppm: 150, jitterMs: 8, random: seeded(seed), sound: () => 0.5 })
  let nowMs = 0
  let pausedMs = 0
  timeline.bind(one.sampleRate, 'no_device')
  const step = (action: Step): void => {
    if (action.do === 'hear') deliver(one, nowMs, nowMs + action.ms)
    if (action.do === 'quiet') told(timeline.advance(ORIGIN + nowMs + action.ms, 'silence'))
    if (action.do === 'overrun') timeline.overrun(Math.round((one.sampleRate * action.ms) / 1000))
    if (action.do === 'bind') {
      one = { ...one, sampleRate: action.rate }
      timeline.bind(action.rate, 'device_changed')
    }
    if (action.do === 'again') {
      timeline.bind(one.sampleRate, 'device_changed')
      deliver(one, Math.max(0, nowMs - action.ms), nowMs)
      return
    }
    if (action.do === 'pause') {
      told(timeline.pause(ORIGIN + nowMs))
      deliver(one, nowMs, nowMs + action.ms)
      timeline.resume(ORIGIN + nowMs + action.ms)
      pausedMs += action.ms
    }
    nowMs += action.ms
  }
  for (const action of todo) step(action)
  // The end is heard, so that what is missing before it is known.
  deliver(one, nowMs, nowMs + 500, true)
  nowMs += 500
  told(timeline.advance(ORIGIN + nowMs, 'device_lost'))
  return { pieces: end(), timeline, passedMs: nowMs - pausedMs }
}

it('whatever happens, a track is as long as the time that passed, and nothing is placed twice', () => {
  fc.assert(
    fc.property(steps, fc.nat(), (todo, seed) => {
      const { pieces, timeline, passedMs } = live(todo, seed)
      expect(sumOf(pieces)).toBe(timeline.length)
      expect(Math.abs(timeline.length / PER_MS - passedMs)).toBeLessThan(25)
      let at = -Infinity
      for (const piece of pieces) {
        expect(lengthOf(piece)).toBeGreaterThan(0)
        expect(Number.isInteger(lengthOf(piece))).toBe(true)
        if (piece.type !== 'samples') continue
        expect(piece.deviceMs).toBeGreaterThanOrEqual(at - 0.001)
        at = piece.deviceMs + piece.samples.length / PER_MS
      }
    }),
    { numRuns: 40 },
  )
})

it('refuses sound of nobody', () => {
  expect(() => openTimeline(0).push(new Float32Array(480), 0, false)).toThrow(RangeError)
})
