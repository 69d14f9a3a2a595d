import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut, flush, type Rules, silenceFrom, type Utterance } from './cut-utterances.ts'

const rules: Rules = {
  openAt: 0.6,
  closeAt: 0.4,
  shortest: 2,
  longest: 12,
  lookBack: 5,
  padBefore: 1,
  padAfter: 1,
  patience: [
    { from: 0, silence: 3 },
    { from: 8, silence: 2 },
  ],
}

const loudness: Record<string, number> = { '#': 0.9, '+': 0.5, ',': 0.3, '.': 0 }

/** One character is one window of one sample: `#` loud, `+` in between, `,` quiet, `.` silent. */
function cutAll(sketch: string, from = 0): Utterance[] {
  let state = silenceFrom(from)
  const done: Utterance[] = []
  const marks = Array.from(sketch)
  for (const [index, mark] of marks.entries()) {
    const at = from + index
    const [next, utterance] = cut(
      state,
      { from: at, to: at + 1, probability: loudness[mark] ?? 0 },
      rules,
    )
    state = next
    if (utterance) done.push(utterance)
  }
  const last = flush(state, from + marks.length, rules)
  return last ? [...done, last] : done
}

describe('cut', () => {
  it.each<[string, string, Utterance[]]>([
    ['silence yields nothing', '......', []],
    [
      'a pause ends an utterance, with a little sound around it',
      '..###....',
      [{ from: 1, to: 6, endedBy: 'pause' }],
    ],
    ['a short gap does not split', '.##..##....', [{ from: 0, to: 8, endedBy: 'pause' }]],
    ['a middling sound keeps speech alive', '.##++....', [{ from: 0, to: 6, endedBy: 'pause' }]],
    ['a middling sound does not start speech', '++++....', []],
    ['a click is no utterance', '..#......', []],
    [
      'who has spoken long is cut at a shorter pause',
      '.########..##.',
      [
        { from: 0, to: 10, endedBy: 'pause' },
        { from: 10, to: 14, endedBy: 'end' },
      ],
    ],
    [
      'a monologue is cut where it is quietest near the limit',
      '.#########,########',
      [
        { from: 0, to: 11, endedBy: 'length' },
        { from: 11, to: 19, endedBy: 'end' },
      ],
    ],
    [
      'what is left after a cut is no click',
      '#############',
      [
        { from: 0, to: 12, endedBy: 'length' },
        { from: 12, to: 13, endedBy: 'end' },
      ],
    ],
    ['the end of the sound ends the utterance', '.###', [{ from: 0, to: 4, endedBy: 'end' }]],
  ])('%s', (_, sketch, expected) => {
    expect(cutAll(sketch)).toEqual(expected)
  })

  const sketches = fc.string({
    unit: fc.constantFrom('#', '+', ',', '.'),
    maxLength: 300,
    size: 'max',
  })

  it('never yields overlapping, unordered or overlong utterances', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const cuts = cutAll(sketch)
        for (const [i, { from, to }] of cuts.entries()) {
          expect(to).toBeGreaterThan(from)
          expect(to - from).toBeLessThanOrEqual(rules.longest)
          expect(from).toBeGreaterThanOrEqual(cuts[i - 1]?.to ?? 0)
        }
      }),
    )
  })

  it('loses no loud window but clicks', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const cuts = cutAll(sketch)
        for (const match of sketch.matchAll(/#{2,}/g))
          for (let at = match.index; at < match.index + match[0].length; at++)
            expect(cuts.some(({ from, to }) => from <= at && at < to)).toBe(true)
      }),
    )
  })

  it('cuts the rest of the sound alike when it goes on from the end of an utterance', () => {
    fc.assert(
      fc.property(sketches, (sketch) => {
        const [first, ...rest] = cutAll(sketch)
        if (!first || first.endedBy !== 'pause') return
        expect(cutAll(sketch.slice(first.to), first.to)).toEqual(rest)
      }),
    )
  })
})
