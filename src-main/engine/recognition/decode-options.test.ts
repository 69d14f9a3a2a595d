import { describe, expect, it } from 'vitest'
import { settingsFor, threadsFor } from './decode-options.ts'

const second = 16_000

describe('settingsFor', () => {
  it.each([
    ['never computes less than 384 positions', 1, 384],
    ['rounds up to 64', 7, 448],
    ['leaves room after the last sound', 10, 576],
    ['takes the whole window for long sound', 15, 0],
  ])('%s', (_, seconds, audioContext) => {
    expect(settingsFor('live', seconds * second, false).audioContext).toBe(audioContext)
  })

  it('always covers the sound', () => {
    for (let samples = 100; samples < 14 * second; samples += 997) {
      const { audioContext } = settingsFor('live', samples, false)
      expect(audioContext / 50).toBeGreaterThan(samples / second)
    }
  })

  it('gives the final pass full context and further tries, and beams where they are cheap', () => {
    expect(settingsFor('final', 3 * second, true)).toMatchObject({ audioContext: 0, beam: 5 })
    expect(settingsFor('final', 3 * second, false)).toMatchObject({
      audioContext: 0,
      beam: 1,
      temperatureIncrement: 0.2,
    })
  })
})

describe('threadsFor', () => {
  it.each([
    ['final', 2, 1],
    ['live', 2, 1],
    ['live', 4, 2],
    ['live', 16, 4],
    ['final', 4, 1],
    ['final', 16, 4],
    ['final', 64, 4],
  ] as const)('%s on %d cores: %d', (style, cores, threads) => {
    expect(threadsFor(style, cores)).toBe(threads)
  })
})
