import { expect, it, vi } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { measuring } from './performance-commands.ts'
import { openStore } from './store/store.sqlite.ts'

/** A clock that goes on by hand. */
function setUp() {
  const store = openStore(':memory:')
  let nowMs = Date.parse('2026-11-28T08:00:00.000Z')
  const ticking = new Set<() => void>()
  const told: EngineEvent[] = []
  const stop = vi.fn<() => void>()
  const made = measuring(
    {
      clock: {
        now: () => nowMs,
        every: (_, work) => {
          ticking.add(work)
          return () => ticking.delete(work)
        },
        later: () => () => {},
      },
      keeping: { store, recordings: {} as never, claim: () => null },
      usage: { read: () => [{ name: 'engine', cpu: 0.5, memoryBytes: 100 }] },
      followGraphics: () => ({ read: () => null, stop }),
      computer: { measure: async () => Promise.reject(new Error('unused')), latest: () => null },
    },
    (event) => told.push(event),
  )
  const tick = (): void => {
    nowMs += 2000
    for (const work of ticking) work()
  }
  const read = () =>
    made.api['performance.read']({ meetingId: null, from: null, to: null, most: 100 })
  const setClock = (byMs: number): void => void (nowMs += byMs)
  return { made, told, tick, read, ticking, stop, setClock }
}

it.each([-3_600_000, 3_600_000])(
  'a clock that is set by %d ms changes nothing of what a sample spans',
  (byMs) => {
    const { made, told, tick, setClock } = setUp()
    made.wrote(50, 1000)
    setClock(byMs)
    tick()
    expect(told).toMatchObject([{ sample: { spanMs: 2000 } }])
  },
)

it('rests while nothing is done', () => {
  const { ticking, told, stop } = setUp()
  expect(ticking.size).toBe(0)
  expect(told).toEqual([])
  expect(stop).not.toHaveBeenCalled()
})

it('measures while a language model writes, keeps that, and rests again', async () => {
  const { made, told, tick, read, ticking, stop } = setUp()
  made.wrote(50, 1000)
  tick()
  tick()
  expect(told.map((event) => event.type)).toEqual(['performance.measured', 'performance.measured'])
  expect(ticking.size).toBe(0)
  expect(stop).toHaveBeenCalledOnce()
  expect(await read()).toMatchObject([{ spanMs: 4000, tokensPerSecond: 50 }])
})

it('what was measured last is kept when the program ends', async () => {
  const { made, tick, read } = setUp()
  made.wrote(50, 1000)
  tick()
  made[Symbol.dispose]()
  expect(await read()).toHaveLength(1)
})
