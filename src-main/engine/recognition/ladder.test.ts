import { expect, it } from 'vitest'
import type { BackendId } from './backend.ts'
import { ladder } from './ladder.ts'

function setUp(choice: readonly BackendId[] = ['cuda:0', 'vulkan:0', 'cpu']) {
  const moves: string[] = []
  let now = 0
  const steps = ladder(
    () => choice,
    () => now,
    ({ from, to }) => moves.push(`${from} -> ${to}`),
  )
  const lose = (afterMs: number): BackendId => {
    now += afterMs
    steps.lost()
    return steps.next()
  }
  return { steps, moves, lose }
}

it('gives a lost back end one more try', () => {
  const { steps, moves, lose } = setUp()
  expect(steps.next()).toBe('cuda:0')
  expect(lose(1_000)).toBe('cuda:0')
  expect(moves).toEqual([])
})

it('leaves one that is lost again soon, down to the processor, which it never leaves', () => {
  const { steps, moves, lose } = setUp()
  steps.next()
  const used = Array.from({ length: 9 }, () => lose(10_000))
  expect(used.slice(0, 4)).toEqual(['cuda:0', 'vulkan:0', 'vulkan:0', 'cpu'])
  expect(new Set(used.slice(4))).toEqual(new Set(['cpu']))
  expect(moves).toEqual(['cuda:0 -> vulkan:0', 'vulkan:0 -> cpu'])
})

it('forgives an accident now and then', () => {
  const { steps, moves, lose } = setUp()
  steps.next()
  for (let hour = 0; hour < 8; hour++) expect(lose(3_600_000)).toBe('cuda:0')
  expect(moves).toEqual([])
})

it('leaves one that refuses the work at once', () => {
  const { steps } = setUp(['vulkan:0', 'cpu'])
  steps.next()
  steps.refused()
  expect(steps.next()).toBe('cpu')
  steps.refused()
  expect(steps.next()).toBe('cpu')
})
