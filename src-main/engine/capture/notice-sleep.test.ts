import { describe, expect, it } from 'vitest'
import { noticeSleep, type Slept } from './notice-sleep.ts'

const HOUR_MS = 3_600_000

/** A computer whose program ticks twice a second and whose microphone tells its sound in chunks of 100 ms. */
function computer({ steadyInSleep }: { readonly steadyInSleep: boolean }) {
  const notice = noticeSleep()
  const slept: Slept[] = []
  let steadyMs = 1_000_000
  let uptimeMs = 7_000_000
  let ring: number[] = []
  const found = (one: Slept | null) => void (one && slept.push(one))

  function take(): void {
    for (const fromMs of ring) found(notice.heard('me', fromMs, fromMs + 100))
    ring = []
  }

  function pass(ms: number, microphone: boolean): void {
    for (let at = 0; at < ms; at += 100) if (microphone) ring.push(steadyMs + at)
    steadyMs += ms
    uptimeMs += ms
  }

  return {
    slept,
    notice,
    now: () => steadyMs,
    work(ms: number, microphone = true) {
      for (let at = 0; at < ms; at += 500) {
        pass(500, microphone)
        take()
        found(notice.tick({ steadyMs, uptimeMs: Math.floor(uptimeMs / 1000) * 1000 }))
      }
    },
    /** The program does nothing; what is heard waits in a ring. The late tick comes first. */
    beBusy(ms: number, microphone = true) {
      pass(ms, microphone)
      found(notice.tick({ steadyMs, uptimeMs }))
      take()
    },
    sleep(ms: number) {
      uptimeMs += ms
      if (steadyInSleep) steadyMs += ms
    },
  }
}

describe('where the steady clock stops in sleep', () => {
  it('tells how long it was, once, and skips nothing', () => {
    const one = computer({ steadyInSleep: false })
    one.work(10_000)
    one.sleep(HOUR_MS)
    one.work(10_000)
    expect(one.slept).toHaveLength(1)
    expect(Math.abs((one.slept[0]?.lengthMs ?? 0) - HOUR_MS)).toBeLessThan(1500)
    expect(one.slept[0]?.fromMs).toBe(one.slept[0]?.untilMs)
  })
})

describe('where the steady clock goes on', () => {
  it.each([
    ['an hour', HOUR_MS],
    ['eight seconds', 8000],
  ])('tells %s of sleep before the next sound is placed', (_, ms) => {
    const one = computer({ steadyInSleep: true })
    one.work(10_000)
    const fromMs = one.now()
    one.sleep(ms)
    expect(one.notice.heard('me', one.now() + 20, one.now() + 120)).toEqual({
      fromMs,
      untilMs: one.now() + 20,
      lengthMs: ms + 20,
    })
    one.work(10_000)
    expect(one.slept).toEqual([])
  })

  it('tells it when the tick comes first', () => {
    const one = computer({ steadyInSleep: true })
    one.work(10_000)
    one.sleep(HOUR_MS)
    one.beBusy(200, false)
    one.work(10_000)
    expect(one.slept).toHaveLength(1)
    expect(Math.abs((one.slept[0]?.lengthMs ?? 0) - HOUR_MS)).toBeLessThan(1500)
  })

  it('tells it when no device is heard afterwards', () => {
    const one = computer({ steadyInSleep: true })
    one.work(10_000)
    one.sleep(HOUR_MS)
    one.work(10_000, false)
    expect(one.slept).toHaveLength(1)
  })

  it('tells it when no device was heard before either', () => {
    const one = computer({ steadyInSleep: true })
    one.work(60_000, false)
    one.sleep(HOUR_MS)
    one.work(10_000, false)
    expect(one.slept).toHaveLength(1)
  })
})

describe.each([true, false])('no sleep, whatever the clock does in it (%s)', (steadyInSleep) => {
  it.each([
    ['a program that is busy while its devices are heard', 12_000, true],
    ['one that is busy for a minute', 60_000, true],
    ['one that is busy while nothing plays', 8000, false],
  ])('%s', (_, ms, microphone) => {
    const one = computer({ steadyInSleep })
    one.work(10_000, microphone)
    one.beBusy(ms, microphone)
    one.work(10_000, microphone)
    one.beBusy(ms, microphone)
    one.work(10_000, microphone)
    expect(one.slept).toEqual([])
  })

  it('a device that is gone for a while', () => {
    const one = computer({ steadyInSleep })
    one.work(10_000)
    one.work(600_000, false)
    one.work(10_000)
    expect(one.slept).toEqual([])
  })
})
