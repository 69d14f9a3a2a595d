import { expect, it } from 'vitest'
import { originOf } from './start-offset.ts'

const heard = (firstMs: number) => ({ firstMs, waiting: true })
const opening = { firstMs: null, waiting: true }
const lost = { firstMs: null, waiting: false }

it.each([
  ['both are heard', 100, [heard(90), heard(40)], 40],
  ['what the rings held before anybody listened counts', 0, [heard(-500), heard(20)], -500],
  ['the second is worth a moment', 299, [heard(10), opening], null],
  ['the second comes late', 300, [heard(10), opening], 10],
  ['the second cannot be opened', 5, [lost, heard(3)], 3],
  ['nothing was heard yet', 1999, [opening, opening], null],
  ['nothing is ever heard', 2000, [opening, opening], 0],
  ['nothing is open', 5, [lost, lost], 0],
])('%s', (_, nowMs, tracks, expected) => {
  expect(originOf({ beganMs: 0, nowMs, tracks })).toBe(expected)
})
