import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankChoices } from './rank-choices.ts'

const named = (...names: readonly string[]) => names.map((name) => ({ name }))
const ranked = (typed: string, ...names: readonly string[]) =>
  rankChoices(named(...names), typed).map(({ name }) => name)

describe('what fits what was typed', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['', ['Live', 'Settings'], ['Live', 'Settings']],
    ['  ', ['Live'], ['Live']],
    ['se', ['Reset', 'Search', 'Live settings'], ['Search', 'Live settings', 'Reset']],
    ['perche', ['Perché no', 'Altro'], ['Perché no']],
    ['CAFÉ', ['cafe break'], ['cafe break']],
    ['plan week', ['Weekly planning', 'Planning'], ['Weekly planning']],
    ['zz', ['Live'], []],
    ['b', ['a-b', 'ab', 'b'], ['b', 'a-b', 'ab']],
    ['ab', ['Cab about', 'Cabs'], ['Cab about', 'Cabs']],
  ])('for %j among %j', (typed, names, found) => {
    expect(ranked(typed, ...names)).toEqual(found)
  })

  it('looks at other words too, behind those of the name', () => {
    const choices = [{ name: 'Appearance', also: 'dark theme' }, { name: 'Dark' }]
    expect(rankChoices(choices, 'dark').map(({ name }) => name)).toEqual(['Dark', 'Appearance'])
  })

  it('keeps the order of what fits equally, and invents nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (names, typed) => {
        const choices = names.map((name, index) => ({ name: `x ${name}`, index }))
        const found = rankChoices(choices, typed)
        expect(new Set(found).size).toBe(found.length)
        for (const choice of found) expect(choices).toContain(choice)
        const all = rankChoices(choices, 'x').map(({ index }) => index)
        expect(all).toEqual(choices.map(({ index }) => index))
      }),
    )
  })
})
