import { expect, it } from 'vitest'
import { windowSamples } from './voice-rules.ts'
import { voiceTrail } from './voice-trail.ts'

const windows = (...probabilities: number[]) => {
  const trail = voiceTrail()
  const add = (index: number, probability: number) =>
    trail.add({ from: index * windowSamples, to: (index + 1) * windowSamples, probability })
  for (const [index, probability] of probabilities.entries()) add(index, probability)
  return { trail, add }
}
const at = (index: number): number => index * windowSamples

it('tells how much of a stretch was voiced', () => {
  const { trail } = windows(0, 0.9, 0.9, 0)
  expect(trail.share(at(0), at(4))).toBe(0.5)
  expect(trail.share(at(1), at(3))).toBe(1)
  expect(trail.share(at(3) + 10, at(4))).toBe(0)
})

it('says so when it does not know', () => {
  const { trail, add } = windows(0.9)
  expect(trail.share(at(5), at(6))).toBeNull()
  expect(voiceTrail().share(0, 100)).toBeNull()
  add(1000, 0)
  expect(trail.share(at(0), at(1))).toBeNull()
  expect(trail.share(at(1000), at(1001))).toBe(0)
})

it('forgets what lies two minutes back', () => {
  const { trail } = windows(...Array.from({ length: 4000 }, () => 0.9))
  expect(trail.share(at(0), at(1))).toBeNull()
  expect(trail.share(at(3998), at(3999))).toBe(1)
})
