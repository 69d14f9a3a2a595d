import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dressFor, firstAppearance, parseAppearance, textSizes, themes } from './appearance.ts'

describe('the look of the page', () => {
  it.each<[string, string | null]>([
    ['nothing', null],
    ['no JSON', 'dark'],
    ['another kind of value', '[1]'],
    ['values that do not exist', '{"theme":"pink","textSize":900}'],
  ])('is as at first where %s is remembered', (_, remembered) => {
    expect(parseAppearance(remembered)).toEqual(firstAppearance)
  })

  it('is what was remembered', () => {
    const appearances = fc.record({
      theme: fc.constantFrom(...themes),
      textSize: fc.constantFrom(...textSizes),
    })
    fc.assert(
      fc.property(appearances, (appearance) => {
        expect(parseAppearance(JSON.stringify(appearance))).toEqual(appearance)
      }),
    )
  })

  it.each([
    ['system', false, 'system', 'normal'],
    ['dark', false, 'dark', 'normal'],
    ['contrast', false, 'system', 'more'],
    ['light', true, 'light', 'more'],
  ] as const)('%s, the system asking for contrast %s: %s, %s', (theme, asked, dress, contrast) => {
    expect(dressFor({ theme, textSize: 125 }, asked)).toEqual({
      theme: dress,
      contrast,
      textSize: '125%',
    })
  })
})
