import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MeetingId } from '#contract/ids.ts'
import { dayMs, dueRemovals, type KeptMeeting } from './due-removals.ts'

const now = 400 * dayMs
const id = (number: number) =>
  MeetingId.parse(`3f0b8f2e-1c2d-4b5a-9c3e-${String(number).padStart(12, '0')}`)

function aged(days: number, unlike: Partial<KeptMeeting> = {}): KeptMeeting {
  return {
    id: id(days),
    endedAtMs: now - days * dayMs,
    state: 'done',
    unreadMs: 0,
    soundBytes: 1,
    busy: false,
    exempt: false,
    ...unlike,
  }
}

const both = { keepSoundDays: 30, keepMeetingsDays: 90 }

describe('what a rule removes', () => {
  it('is nothing where there is no rule', () => {
    const rules = { keepSoundDays: null, keepMeetingsDays: null }
    expect(dueRemovals([aged(300)], rules, now)).toEqual({ sound: [], meetings: [] })
  })

  it('is the sound of what is old and the whole of what is older, the oldest first', () => {
    const meetings = [29, 30, 89, 31, 90, 200].map((days) => aged(days))
    expect(dueRemovals(meetings, both, now)).toEqual({
      sound: [89, 31, 30].map(id),
      meetings: [200, 90].map(id),
    })
  })

  it('is no sound where there is none any more', () => {
    expect(dueRemovals([aged(40, { soundBytes: 0 })], both, now).sound).toEqual([])
  })

  it.each<[string, Partial<KeptMeeting>]>([
    ['live', { state: 'live' }],
    ['interrupted', { state: 'interrupted' }],
    ['not all read', { unreadMs: 1 }],
    ['being read again', { busy: true }],
    ['exempt', { exempt: true }],
  ])('is never a meeting that is %s', (_, unlike) => {
    const meetings = [aged(40, unlike), aged(200, unlike)]
    expect(dueRemovals(meetings, both, now)).toEqual({ sound: [], meetings: [] })
  })

  it('only grows as time goes by, and never names a meeting twice', () => {
    const meeting = fc.record({
      days: fc.integer({ min: 0, max: 200 }),
      soundBytes: fc.nat(1),
      exempt: fc.boolean(),
    })
    const days = fc.option(fc.integer({ min: 1, max: 200 }))
    fc.assert(
      fc.property(fc.array(meeting), days, days, fc.nat(100), (drawn, sound, whole, later) => {
        const meetings = drawn.map(({ days: age, ...rest }, n) => aged(age, { ...rest, id: id(n) }))
        const rules = { keepSoundDays: sound, keepMeetingsDays: whole }
        const due = dueRemovals(meetings, rules, now)
        const then = dueRemovals(meetings, rules, now + later * dayMs)
        const named = [...due.sound, ...due.meetings]
        expect(new Set(named).size).toBe(named.length)
        const namedThen = new Set([...then.sound, ...then.meetings])
        expect(named.every((one) => namedThen.has(one))).toBe(true)
      }),
    )
  })
})
