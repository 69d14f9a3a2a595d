import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GapCause, TrackAccount } from '#contract/account.ts'
import { type Mark, marksInText, marksOf, shareDown, type Tracks } from './marks.ts'

function account(change: Partial<TrackAccount>): TrackAccount {
  const whole = { lengthMs: 60_000, captured: 1, cutShort: false, removedAt: null }
  return { ...whole, gaps: [], pauses: [], sources: [], ...change }
}

function gap(atMs: number, lengthMs: number, cause: GapCause = 'overrun') {
  return { atMs, lengthMs, cause }
}

function two(me: Partial<TrackAccount>, them: Partial<TrackAccount>): Tracks {
  return [
    { name: 'me', account: account(me) },
    { name: 'them', account: account(them) },
  ]
}

describe('marksOf', () => {
  it('names every gap with its track, in the order of time', () => {
    const tracks = two(
      { gaps: [gap(9_000, 400, 'device_changed'), gap(20_000, 5_000, 'muted')] },
      { gaps: [gap(1_000, 3, 'device_glitch')] },
    )
    expect(marksOf(tracks)).toEqual([
      { kind: 'missing', track: 'them', atMs: 1_000, lengthMs: 3, cause: 'device_glitch' },
      { kind: 'missing', track: 'me', atMs: 9_000, lengthMs: 400, cause: 'device_changed' },
      { kind: 'muted', track: 'me', atMs: 20_000, lengthMs: 5_000, cause: 'muted' },
    ])
  })

  it('says a pause of all tracks once, and one of a single track with its name', () => {
    const pause = (atMs: number) => ({ atMs, lengthMs: 120_000, cause: 'person' as const })
    const both = two({ pauses: [pause(5_000)] }, { pauses: [pause(5_020)] })
    expect(marksOf(both)).toMatchObject([{ kind: 'paused', track: null, atMs: 5_000 }])
    const one = two({ pauses: [pause(5_000)] }, {})
    expect(marksOf(one)).toMatchObject([{ kind: 'paused', track: 'me' }])
  })

  it('has nothing to say of a recording that is gone', () => {
    expect(marksOf([{ name: 'mix', account: null }])).toEqual([])
  })
})

describe('marksInText', () => {
  const missing = (atMs: number, lengthMs: number | null): Mark => {
    return { kind: 'missing', track: 'me', atMs, lengthMs, cause: 'device_glitch' }
  }
  it('joins holes that are near, leaves out what no word fits into, and keeps what has no end', () => {
    const marks = [missing(0, 60), missing(500, 70), missing(9_000, 50), missing(20_000, null)]
    expect(marksInText(marks)).toEqual([missing(0, 130), missing(20_000, null)])
  })

  it('never says more than is missing', () => {
    const holes = fc.array(fc.tuple(fc.nat(60_000), fc.nat(3_000)))
    fc.assert(
      fc.property(holes, (given) => {
        const marks = given.map(([atMs, lengthMs]) => missing(atMs, lengthMs))
        const sum = (all: readonly Mark[]) => all.reduce((ms, mark) => ms + (mark.lengthMs ?? 0), 0)
        expect(sum(marksInText(marks))).toBeLessThanOrEqual(sum(marks))
      }),
    )
  })
})

describe('shareDown', () => {
  it.each([
    [1, 1],
    [0.99999, 0.9999],
    [0.9999, 0.9999],
    [0.5, 0.5],
    [0, 0],
  ])('of %d is %d', (share, expected) => {
    expect(shareDown(share)).toBe(expected)
  })

  it('never says more than there is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(shareDown(share)).toBeLessThanOrEqual(share)
        expect(share - shareDown(share)).toBeLessThanOrEqual(1e-4)
      }),
    )
  })
})
