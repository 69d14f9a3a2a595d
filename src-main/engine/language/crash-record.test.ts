import { expect, it } from 'vitest'
import { crashRecord } from './crash-record.ts'

function setUp() {
  let file = 'first'
  const crashes = crashRecord(() => file)
  return { crashes, replace: () => (file = 'second') }
}

it('gives a file up after two failures in a row', () => {
  const { crashes } = setUp()
  crashes.failed('a')
  expect(crashes.isGivenUp('a')).toBe(false)
  crashes.failed('a')
  expect([crashes.isGivenUp('a'), crashes.isGivenUp('b')]).toEqual([true, false])
})

it('forgets failures when the file works or is another one', () => {
  const { crashes, replace } = setUp()
  crashes.failed('a')
  crashes.worked('a')
  crashes.failed('a')
  expect(crashes.isGivenUp('a')).toBe(false)
  crashes.failed('a')
  replace()
  expect(crashes.isGivenUp('a')).toBe(false)
})
