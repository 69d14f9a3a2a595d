import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepFrom } from './library-rows.ts'
import { all, among, extend, nothing, toggle } from './selection.ts'

const shown = ['a', 'b', 'c', 'd', 'e']
const chosenOf = ({ chosen }: { readonly chosen: ReadonlySet<string> }) => [...chosen].toSorted()

describe('choosing', () => {
  it('one by one, and not any more', () => {
    const two = toggle(toggle(nothing<string>(), 'b'), 'd')
    expect(chosenOf(two)).toEqual(['b', 'd'])
    expect(chosenOf(toggle(two, 'b'))).toEqual(['d'])
  })

  it.each([
    ['forwards', 'b', 'd', ['b', 'c', 'd']],
    ['backwards', 'd', 'b', ['b', 'c', 'd']],
    ['to itself', 'c', 'c', ['c']],
  ])('a stretch %s', (_, from, to, expected) => {
    expect(chosenOf(extend(toggle(nothing<string>(), from), to, shown))).toEqual(expected)
  })

  it('a stretch from nowhere is the one it ends at', () => {
    expect(chosenOf(extend(nothing<string>(), 'c', shown))).toEqual(['c'])
    expect(chosenOf(extend({ chosen: new Set(), anchor: 'gone' }, 'c', shown))).toEqual(['c'])
  })

  it('never chooses what is not shown', () => {
    const ids = fc.constantFrom(...shown, 'gone')
    const acts = fc.array(fc.tuple(fc.constantFrom('toggle', 'extend', 'all'), ids))
    fc.assert(
      fc.property(acts, fc.subarray(shown), (done, left) => {
        let selection = nothing<string>()
        for (const [act, id] of done)
          selection =
            act === 'toggle'
              ? toggle(selection, id)
              : act === 'extend'
                ? extend(selection, id, shown)
                : all(shown)
        const now = among(selection, left)
        expect(left).toEqual(expect.arrayContaining(chosenOf(now)))
        if (now.anchor !== null) expect([...left, selection.anchor]).toContain(now.anchor)
      }),
    )
  })
})

it.each([
  ['the next', 'b', 1, 'c'],
  ['the last one there is', 'd', 8, 'e'],
  ['the first one', 'd', -Infinity, 'a'],
  ['the end', 'a', Infinity, 'e'],
  ['the beginning, from nowhere', null, 1, 'a'],
  ['the end, from nowhere and backwards', null, -1, 'e'],
])('arrows lead to %s', (_, from, steps, to) => {
  expect(stepFrom(shown, from, steps)).toBe(to)
})

it('arrows lead nowhere in an empty list', () => {
  expect(stepFrom([], null, 1)).toBeNull()
})
