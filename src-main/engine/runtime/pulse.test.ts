import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterBeat,
  afterIdle,
  afterRest,
  afterTick,
  isBeat,
  noPulse,
  type Pulse,
  standstill,
} from './pulse.ts'

const limits = { silentMs: 1_500, idleMs: 1_500 }
const waiting = { silentMs: 1_500, idleMs: Infinity }

function heard(pulse: Pulse, cpuMs: number, reads = 0): Pulse {
  return afterBeat(pulse, { cpuMs, reads })
}

function ticks(pulse: Pulse, ms: number): Pulse {
  return afterTick(pulse, ms)
}

const begun = heard(noPulse, 100)

describe('a worker', () => {
  it.each([
    ['is heard and works', heard(ticks(heard(ticks(begun, 1_000), 200), 1_000), 300), null],
    ['is not heard any more', ticks(begun, 1_500), 'silent'],
    ['says that it is there and does nothing', heard(ticks(begun, 1_500), 101), 'idle'],
    ['does nothing because it waits for its disk', heard(ticks(begun, 1_500), 101, 3), null],
    ['is being started', ticks(noPulse, 29_000), null],
    ['never starts', ticks(noPulse, 30_000), 'silent'],
    ['rested for an hour', afterRest(ticks(begun, 3_600_000)), null],
    ['was given the next piece of work', afterIdle(heard(ticks(begun, 1_500), 101)), null],
    ['has been late by a second before', ticks(heard(ticks(begun, 1_000), 200), 3_900), null],
    [
      'has been late by ten seconds before',
      ticks(heard(ticks(begun, 10_000), 200), 12_000),
      'silent',
    ],
    ['is later than it ever was', ticks(heard(ticks(begun, 1_000), 200), 4_000), 'silent'],
  ] as const)('that %s: %s', (_, pulse, verdict) => {
    expect(standstill(pulse, limits)).toBe(verdict)
  })

  it('may do nothing where nothing has to come on', () => {
    expect(standstill(heard(ticks(begun, 60_000), 101), waiting)).toBeNull()
  })

  it('is never given up while it is heard and works, however irregularly', () => {
    const beats = fc.array(fc.integer({ min: 1, max: 1_499 }), { maxLength: 60 })
    fc.assert(
      fc.property(beats, (gaps) => {
        let pulse = begun
        for (const [at, gap] of gaps.entries()) {
          pulse = ticks(pulse, gap)
          expect(standstill(pulse, limits)).toBeNull()
          pulse = heard(pulse, 110 + at * 10)
        }
      }),
    )
  })

  it('that stands still is found within four times its longest silence, whatever came before', () => {
    const beats = fc.array(fc.integer({ min: 1, max: 1_499 }), { maxLength: 60 })
    fc.assert(
      fc.property(beats, (gaps) => {
        let pulse = begun
        for (const [at, gap] of gaps.entries()) pulse = heard(ticks(pulse, gap), 110 + at * 10)
        const bound = Math.max(1_500, 4 * Math.max(0, ...gaps))
        expect(standstill(ticks(pulse, bound), limits)).toBe('silent')
      }),
    )
  })
})

it.each([
  [{ beat: { cpuMs: 1.5, reads: 0 } }, true],
  [{ beat: { cpuMs: -1, reads: 0 } }, false],
  [{ beat: { cpuMs: 1, reads: 0 }, id: 3 }, false],
  [{ id: 3, reply: { beat: 1 } }, false],
  [null, false],
])('tells beats from other messages: %j', (message, expected) => {
  expect(isBeat(message)).toBe(expected)
})
