import { expect, it } from 'vitest'
import { supervisor, type WorkerHealth } from './supervisor.ts'

const rules = { waitsMs: [100, 1_000, 3_000], firstRestMs: 5_000, longestRestMs: 60_000 }

function setUp() {
  const told: Array<WorkerHealth['state']> = []
  let nowMs = 0
  const supervised = supervisor({
    rules,
    steadyMs: () => nowMs,
    onChanged: ({ state }) => void told.push(state),
  })
  return { supervised, told, pass: (ms: number) => void (nowMs += ms) }
}

it('takes a worker for working again as soon as it answers, where it was lost once', () => {
  const { supervised, told } = setUp()
  supervised.lost('hung')
  expect(supervised.health()).toEqual({ state: 'restarting', why: 'hung', restMs: 0 })
  supervised.answered()
  supervised.answered()
  expect(told).toEqual(['restarting', 'working'])
})

it('wants to see what it is there for, where it was lost again and again', () => {
  const { supervised, told } = setUp()
  supervised.lost('died')
  supervised.answered()
  supervised.lost('died')
  supervised.answered()
  expect(supervised.health().state).toBe('restarting')
  supervised.worked()
  expect(told).toEqual(['restarting', 'working', 'restarting', 'working'])
})

it('tells of a pause and its end', () => {
  const { supervised, told, pass } = setUp()
  for (let count = 0; count < 4; count++) supervised.lost('died')
  expect(supervised.health()).toEqual({ state: 'paused', why: 'died', restMs: 5_000 })
  pass(5_000)
  supervised.started()
  supervised.worked()
  expect(told).toEqual(['restarting', 'paused', 'restarting', 'working'])
})

it('gives another back end all its tries', () => {
  const { supervised } = setUp()
  for (let count = 0; count < 3; count++) supervised.lost('died')
  supervised.renewed()
  expect(supervised.health().state).toBe('restarting')
  for (let count = 0; count < 3; count++) supervised.lost('died')
  expect(supervised.health().state).toBe('restarting')
})
