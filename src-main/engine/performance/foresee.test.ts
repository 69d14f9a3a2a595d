import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foreseenSpeed } from './foresee.ts'

const spent = { encodeMs: 130, decodeMs: 60 }

it('larger models are slower, in the order of their size', () => {
  const order = ['tiny', 'base', 'small', 'medium', 'large-v3'].map((size) =>
    foreseenSpeed(`whisper-${size}`, spent, 10_000),
  )
  const speeds = order.map((speed) => speed ?? 0)
  expect(speeds).toEqual(speeds.toSorted((a, b) => b - a))
  expect(new Set(speeds).size).toBe(speeds.length)
})

it('a model that writes with few layers is faster than the one that it was made from', () => {
  const of = (id: string): number => foreseenSpeed(id, spent, 10_000) ?? 0
  expect(of('whisper-large-v3-turbo')).toBeGreaterThan(of('whisper-large-v3'))
})

it('nothing is foreseen of a model whose shape is not known', () => {
  expect(foreseenSpeed('parakeet-tdt-0.6b', spent, 10_000)).toBeNull()
})

it('a machine that is twice as fast makes every model twice as fast', () => {
  const ms = fc.double({ min: 1, max: 10_000, noNaN: true })
  fc.assert(
    fc.property(ms, ms, (encodeMs, decodeMs) => {
      const slow = foreseenSpeed('whisper-base', { encodeMs, decodeMs }, 10_000) ?? 0
      const fast =
        foreseenSpeed('whisper-base', { encodeMs: encodeMs / 2, decodeMs: decodeMs / 2 }, 10_000) ??
        0
      expect(fast / slow).toBeCloseTo(2)
    }),
  )
})
