import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SourceEvent } from '../audio/source.ts'
import { gatherSamples } from './gather-samples.ts'

function setUp() {
  const told: SourceEvent[] = []
  return { told, out: gatherSamples('me', (event) => told.push(event)) }
}

const lengths = (told: readonly SourceEvent[]) =>
  told.map((event) =>
    event.type === 'samples'
      ? event.samples.length
      : 'length' in event
        ? `${event.type} ${event.length}`
        : event.type,
  )

it('joins short pieces, and gives them the moment of the first', () => {
  const { told, out } = setUp()
  out.samples(new Float32Array(80).fill(0.1), 50)
  out.samples(new Float32Array(80).fill(0.2), 55)
  expect(told).toMatchObject([{ type: 'samples', deviceMs: 50 }])
  expect(lengths(told)).toEqual([160])
})

it('lets what a device says in 10 ms wait for nothing', () => {
  const { told, out } = setUp()
  out.samples(new Float32Array(157), 50)
  expect(lengths(told)).toEqual([157])
})

it('holds no sound back for longer than from one flush to the next', () => {
  const { told, out } = setUp()
  out.samples(new Float32Array(80), 0)
  out.flushOld()
  expect(told).toEqual([])
  out.flushOld()
  expect(lengths(told)).toEqual([80])
})

it('tells a long gap every second, and what follows at once', () => {
  const { told, out } = setUp()
  for (let i = 0; i < 25; i++) out.gap(1600, 'device_lost')
  out.samples(new Float32Array(320), 0)
  expect(lengths(told)).toEqual(['gap 16000', 'gap 16000', 'gap 8000', 320])
})

it('keeps gaps of different causes apart', () => {
  const { told, out } = setUp()
  out.gap(100, 'device_lost')
  out.gap(100, 'muted')
  out.flush()
  expect(told).toMatchObject([{ cause: 'device_lost' }, { cause: 'muted' }])
})

it('neither loses nor invents a sample, and keeps the order', () => {
  const piece = fc.record({
    type: fc.constantFrom('samples', 'silence', 'gap'),
    length: fc.integer({ min: 1, max: 2000 }),
  })
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const { told, out } = setUp()
      for (const { type, length } of pieces) {
        if (type === 'samples') out.samples(new Float32Array(length), 0)
        else if (type === 'silence') out.silence(length)
        else out.gap(length, 'deaf')
      }
      out.flush()
      const spread = (type: string, length: number) => type[0]?.repeat(length) ?? ''
      const before = pieces.map(({ type, length }) =>
        spread(type === 'gap' ? 'g' : type === 'samples' ? 'x' : 's', length),
      )
      const after = told.map((event) =>
        event.type === 'samples'
          ? spread('x', event.samples.length)
          : spread(event.type === 'gap' ? 'g' : 's', 'length' in event ? event.length : 0),
      )
      expect(after.join('')).toBe(before.join(''))
    }),
    { numRuns: 50 },
  )
})
