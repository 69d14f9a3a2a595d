import { expect, it, onTestFinished, vi } from 'vitest'
import { atMostEvery } from './at-most-every.ts'

function setUp() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const told = vi.fn<() => void>()
  return { told, ...atMostEvery(250, told) }
}

it('tells the first call at once, and those that follow soon together', () => {
  const { told, call } = setUp()
  call()
  expect(told).toHaveBeenCalledTimes(1)
  for (let i = 0; i < 100; i++) call()
  expect(told).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(250)
  expect(told).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(10_000)
  expect(told).toHaveBeenCalledTimes(2)
})

it('loses no call, however they come', () => {
  const { told, call } = setUp()
  for (let ms = 0; ms < 2_000; ms += 20) {
    call()
    vi.advanceTimersByTime(20)
  }
  vi.advanceTimersByTime(250)
  const before = told.mock.calls.length
  expect(before).toBeLessThanOrEqual(9)
  call()
  expect(told).toHaveBeenCalledTimes(before + 1)
})

it('tells nothing after it was stopped', () => {
  const { told, call, stop } = setUp()
  call()
  call()
  stop()
  vi.advanceTimersByTime(1_000)
  expect(told).toHaveBeenCalledTimes(1)
})
