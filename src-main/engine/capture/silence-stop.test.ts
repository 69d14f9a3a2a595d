import fc from 'fast-check'
import { expect, it } from 'vitest'
import { silenceStop, type SilenceNews } from './silence-stop.ts'

const MINUTE = 60_000

interface Second {
  readonly peak?: number
  readonly speech?: boolean
}

function hear(afterMs: number, seconds: Iterable<Second>): [number, SilenceNews][] {
  const silence = silenceStop(afterMs)
  const news: [number, SilenceNews][] = []
  let atMs = 0
  for (const { peak = 0, speech = false } of seconds) {
    const told = silence.heard({ atMs, peak, speech })
    if (told) news.push([atMs, told])
    atMs += 1000
  }
  return news
}

const seconds = (count: number, second: Second = {}): Second[] => Array(count).fill(second)

it.each([
  ['a minute before the end of a long silence', 10 * MINUTE, 9 * MINUTE, MINUTE],
  ['a third before the end of a short one', MINUTE, 40_000, 20_000],
])('announces %s, and stops', (_, afterMs, announcedMs, inMs) => {
  expect(hear(afterMs, seconds(1000))).toEqual([
    [announcedMs, { type: 'announce', inMs }],
    [afterMs, { type: 'stop' }],
  ])
})

it.each([
  ['sound', { peak: 0.1 }],
  ['speech that is quieter than any sound', { speech: true }],
])('is cancelled by %s, which is told, and starts anew', (_, sound) => {
  const news = hear(MINUTE, [...seconds(50), sound, ...seconds(70)])
  expect(news.map(([atMs, { type }]) => [atMs, type])).toEqual([
    [40_000, 'announce'],
    [50_000, 'cancelled'],
    [91_000, 'announce'],
    [111_000, 'stop'],
  ])
})

it('does not take the noise of a room for sound', () => {
  expect(hear(MINUTE, seconds(70, { peak: 0.003 })).at(-1)?.[1].type).toBe('stop')
})

it('warns before it stops even when it was not asked for a long time', () => {
  const silence = silenceStop(MINUTE)
  const quiet = { peak: 0, speech: false }
  expect(silence.heard({ atMs: 0, ...quiet })).toBeNull()
  expect(silence.heard({ atMs: 500_000, ...quiet })).toEqual({ type: 'announce', inMs: 20_000 })
  expect(silence.heard({ atMs: 519_000, ...quiet })).toBeNull()
  expect(silence.heard({ atMs: 520_000, ...quiet })).toEqual({ type: 'stop' })
})

it('says how long it has left while that is announced, and is kept on by whoever asks', () => {
  const silence = silenceStop(MINUTE)
  const quiet = (atMs: number) => silence.heard({ atMs, peak: 0, speech: false })
  quiet(0)
  expect([silence.endsInMs(), silence.keep()]).toEqual([null, null])
  quiet(1000)
  quiet(41_000)
  expect(silence.endsInMs()).toBe(20_000)
  quiet(46_000)
  expect(silence.endsInMs()).toBe(15_000)
  expect(silence.keep()).toEqual({ type: 'cancelled' })
  expect(silence.endsInMs()).toBeNull()
  quiet(50_000)
  expect(quiet(89_000)).toBeNull()
  expect(quiet(90_000)).toEqual({ type: 'announce', inMs: 20_000 })
  expect(quiet(110_000)).toEqual({ type: 'stop' })
  expect([silence.endsInMs(), silence.keep()]).toEqual([null, null])
})

it('never stops within the silence it was told of after sound, and never without an announcement', () => {
  const second = fc.record({ peak: fc.constantFrom(0, 0, 0, 0.5), speech: fc.boolean() })
  fc.assert(
    fc.property(fc.array(second, { maxLength: 200 }), (all) => {
      const news = hear(10_000, all)
      const stop = news.findIndex(([, { type }]) => type === 'stop')
      if (stop < 0) return
      const stoppedAt = news[stop]?.[0] ?? 0
      expect(news[stop - 1]?.[1].type).toBe('announce')
      const before = all.slice(Math.max(0, stoppedAt / 1000 - 10), stoppedAt / 1000)
      expect(before.every(({ peak, speech }) => peak === 0 && !speech)).toBe(true)
    }),
  )
})
