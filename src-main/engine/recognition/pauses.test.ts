import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pausesIn } from './pauses.ts'

const levels: Readonly<Record<string, number>> = { '#': 8000, '+': 300, '.': 0 }

/** One character is 50 ms of sound: `#` voice, `+` a noisy room, `.` nothing. */
function sketched(sketch: string): Int16Array {
  return Int16Array.from({ length: sketch.length * 800 }, (_, index) => {
    const level = levels[sketch[Math.floor(index / 800)] ?? ''] ?? 0
    return index % 2 === 0 ? level : -level
  })
}

describe('pausesIn', () => {
  it.each([
    ['voice without a pause', '########', []],
    ['a pause between two words', '####....####', [[200, 400]]],
    ['no pause in the silence before a consonant', '####...####', []],
    [
      'silence at both ends',
      '.....####.....',
      [
        [0, 250],
        [450, 700],
      ],
    ],
    [
      'a pause in a noisy room',
      '+++++####++++####',
      [
        [0, 250],
        [450, 650],
      ],
    ],
    ['nothing in a sound of one loudness', '++++++++++', []],
    ['nothing in no sound', '', []],
  ])('finds %s', (_, sketch, expected) => {
    const pauses = pausesIn(sketched(sketch)).map(({ startMs, endMs }) => [startMs, endMs])
    expect(pauses).toEqual(expected)
  })

  it('finds ordered pauses inside the sound, none too short', () => {
    const sketch = fc.string({ unit: fc.constantFrom('#', '+', '.'), maxLength: 80 })
    fc.assert(
      fc.property(sketch, (marks) => {
        let last = 0
        for (const { startMs, endMs } of pausesIn(sketched(marks))) {
          expect(startMs).toBeGreaterThanOrEqual(last)
          expect(endMs - startMs).toBeGreaterThanOrEqual(200)
          last = endMs
        }
        expect(last).toBeLessThanOrEqual(marks.length * 50)
      }),
    )
  })
})
