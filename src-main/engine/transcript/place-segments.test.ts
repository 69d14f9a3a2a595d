import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import { placeSegments } from './place-segments.ts'

const place = { track: 'them', from: 16_000, to: 48_000, status: 'committed' } as const
const newId = () => SegmentId.parse(randomUUID())

const heard = (text: string, startMs: number, endMs: number) => ({
  text,
  startMs,
  endMs,
  words: [{ text, startMs, endMs, confidence: 0.98765 }],
})

describe('placeSegments', () => {
  it('places text in the time of the meeting', () => {
    expect(placeSegments([heard('Hello.', 200, 900)], place, newId)).toMatchObject([
      {
        track: 'them',
        startMs: 1200,
        endMs: 1900,
        text: 'Hello.',
        status: 'committed',
        words: [{ text: 'Hello.', startMs: 1200, endMs: 1900, confidence: 0.988 }],
      },
    ])
  })

  it('never places text outside its sound or backwards', () => {
    const time = fc.integer({ min: -500, max: 40_000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time)), (spans) => {
        let before = 0
        const spoken = spans.map(([start, end]) => heard('word', start, end))
        for (const { startMs, endMs, words } of placeSegments(spoken, place, newId)) {
          expect(startMs).toBeGreaterThanOrEqual(Math.max(before, 1000))
          expect(endMs).toBeLessThanOrEqual(3000)
          expect(endMs).toBeGreaterThanOrEqual(startMs)
          for (const word of words) expect(word.endMs).toBeGreaterThanOrEqual(word.startMs)
          before = startMs
        }
      }),
    )
  })
})
