import { describe, expect, it } from 'vitest'
import { judgeMoments, judgeStart, type Moment } from './judge-moments.ts'

/** Numbers are how far a moment of 10 ms is off; `!` before one: the device said that something is missing; `x`: lost. */
function moments(sketch: string): Moment[] {
  return sketch.split(' ').map((mark) => ({
    offMs: mark === 'x' ? null : Number(mark.replace('!', '')),
    spanMs: 10,
    discontinuity: mark.startsWith('!'),
  }))
}

describe('judgeMoments', () => {
  it.each([
    ['jitter follows at once', '9', 'follows 1'],
    ['so does a loss that is told', 'x', 'follows 1'],
    ['one that is far off waits', '90', 'wait'],
    ['one that is far off was late when the next is not', '90 3', 'follows 2'],
    ['all that are off alike have jumped', '41 38 44 39 40 40 42 37', 'jumped 8 by 40'],
    ['a jump may go back', '-95 -105 -100 -100 -100 -100 -100 -100', 'jumped 8 by -100'],
    ['a jump may be small if the device says so', '!12 14 13 12 13 12 14 13', 'jumped 8 by 13'],
    ['what the device says is not believed without a hole', '!2 -3 1 0 2 1 -1 1', 'follows 8'],
    ['nor is a small step back', '!-12 -12 -12 -12 -12 -12 -12 -12', 'follows 8'],
    ['a second hole ends the wait for the first', '!300 300 !500', 'jumped 2 by 300'],
  ])('%s', (_, sketch, expected) => {
    const verdict = judgeMoments(moments(sketch), { jitterMs: 5, last: false })
    const [count, by] = [
      verdict.type === 'wait' ? '' : ` ${verdict.count}`,
      verdict.type === 'jumped' ? ` by ${Math.round(verdict.byMs)}` : '',
    ]
    expect(verdict.type + count + by).toBe(expected)
  })

  it('waits for nobody at the end', () => {
    const end = { jitterMs: 5, last: true }
    expect(judgeMoments(moments('90 92'), end)).toEqual({ type: 'jumped', count: 2, byMs: 91 })
  })

  it('takes more for jitter where moments jitter much, and never all', () => {
    const much = { jitterMs: 15, last: true }
    expect(judgeMoments(moments('50'), much).type).toBe('follows')
    expect(judgeMoments(moments('150'), { jitterMs: 90, last: true }).type).toBe('jumped')
  })
})

describe('judgeStart', () => {
  it.each([
    ['waits until there is enough', '3 5 4', null],
    ['takes the middle, whatever one moment says', '3 90 4 5 4 3 4 5', 4],
    ['does not wait for what was lost', 'x 3 5 !90', 4],
  ])('%s', (_, sketch, expected) => {
    expect(judgeStart(moments(sketch), false)).toBe(expected)
  })

  it('knows nothing without a moment', () => {
    expect(judgeStart(moments('x x'), true)).toBe(null)
    expect(judgeStart([], true)).toBe(null)
  })
})
