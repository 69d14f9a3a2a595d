import { expect, it } from 'vitest'
import { quietestPlace } from './quietest.ts'

it('finds the pause between two sounds', () => {
  const loud = (length: number) => Int16Array.from({ length }, (_, i) => (i % 2 ? 3000 : -3000))
  const sound = Int16Array.from([...loud(3000), ...new Int16Array(600), ...loud(1200)])
  expect(quietestPlace(sound)).toBeGreaterThan(3000)
  expect(quietestPlace(sound)).toBeLessThan(3600)
})

it('takes the middle of what is too short to be judged', () => {
  expect(quietestPlace(new Int16Array(100))).toBe(50)
  expect(quietestPlace(new Int16Array(0))).toBe(0)
})
