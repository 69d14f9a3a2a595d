import { expect, it } from 'vitest'
import { meetingTime } from './meeting-time.ts'

it('counts samples from the origin, before it below 0', () => {
  const time = meetingTime(1000)
  expect(time.positionAt(1500)).toBe(8000)
  expect(time.positionAt(999)).toBe(-16)
})

it('stands still in pauses, and goes on where it stood', () => {
  const time = meetingTime(0)
  time.pause(100)
  expect(time.positionAt(5000)).toBe(1600)
  time.resume(400)
  expect(time.positionAt(450)).toBe(150 * 16)
  time.pause(500)
  time.resume(1000)
  const places = [50, 100, 399, 400, 500, 999, 1000, 1100].map((ms) => time.positionAt(ms) / 16)
  expect(places).toEqual([50, 100, 100, 100, 200, 200, 200, 300])
  expect([0, 400, 2000].map((ms) => time.resumedAfter(ms))).toEqual([400, 1000, Infinity])
})

it('does not nest pauses, and takes none back', () => {
  const time = meetingTime(0)
  time.resume(50)
  time.pause(100)
  time.pause(80)
  expect(time.paused).toBe(true)
  time.resume(90)
  expect(time.positionAt(100)).toBe(1600)
  time.pause(60)
  expect(time.positionAt(200)).toBe(1600)
})
