import { expect, it } from 'vitest'
import { crashRecord } from './crash-record.ts'

function setUp() {
  let file = 'first'
  let nowMs = 0
  const crashes = crashRecord(
    () => file,
    () => nowMs,
  )
  const pass = (ms: number) => void (nowMs += ms)
  return { crashes, pass, replace: () => (file = 'second') }
}

it('leaves a file alone after two failures in a row', () => {
  const { crashes } = setUp()
  crashes.failed('a')
  expect(crashes.isLeftAlone('a')).toBe(false)
  crashes.failed('a')
  expect([crashes.isLeftAlone('a'), crashes.isLeftAlone('b')]).toEqual([true, false])
})

it('forgets failures when the file works or is another one', () => {
  const { crashes, replace } = setUp()
  crashes.failed('a')
  crashes.worked('a')
  crashes.failed('a')
  expect(crashes.isLeftAlone('a')).toBe(false)
  crashes.failed('a')
  replace()
  expect(crashes.isLeftAlone('a')).toBe(false)
})

it('tries it again after a minute, and then after twice as long each time', () => {
  const { crashes, pass } = setUp()
  crashes.failed('a')
  for (const ms of [60_000, 120_000, 240_000]) {
    crashes.failed('a')
    pass(ms - 1)
    expect(crashes.isLeftAlone('a')).toBe(true)
    pass(1)
    expect(crashes.isLeftAlone('a')).toBe(false)
  }
})
