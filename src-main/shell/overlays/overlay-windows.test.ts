import { expect, it } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import { overlayOptions, placeCaptions, placePill } from './overlay-windows.ts'

const main = { x: 0, y: 0, width: 1920, height: 1040 }
const left = { x: -1600, y: 0, width: 1600, height: 860 }
const { captions } = defaultSettings
const kept = { x: -1300, y: 300, width: 1, height: 1, maximized: false }

it.each([
  ['below', captions, null, [main], { x: 384, y: 878, width: 1152, height: 146 }],
  [
    'above',
    { ...captions, position: 'top' as const },
    kept,
    [main],
    { x: 384, y: 16, width: 1152, height: 146 },
  ],
  [
    'where they were put',
    { ...captions, position: 'free' as const },
    kept,
    [main, left],
    { x: -1300, y: 300, width: 1152, height: 146 },
  ],
  [
    'on a screen that is there',
    { ...captions, position: 'free' as const },
    kept,
    [main],
    { x: 384, y: 447, width: 1152, height: 146 },
  ],
  [
    'as high as their letters need',
    { ...captions, sizePx: 64 },
    null,
    [main],
    { x: 384, y: 727, width: 1152, height: 297 },
  ],
  [
    'within a small screen',
    captions,
    null,
    [{ x: 0, y: 0, width: 400, height: 120 }],
    { x: 0, y: 0, width: 400, height: 120 },
  ],
])('captions stand %s', (_, chosen, before, areas, expected) => {
  expect(placeCaptions(chosen, before, areas)).toEqual(expected)
})

it('the pill stands in the corner, or where it was drawn', () => {
  expect(placePill(null, [main])).toEqual({ x: 1652, y: 16, width: 252, height: 48 })
  expect(placePill({ ...kept, x: 40, y: 50 }, [main])).toMatchObject({ x: 40, y: 50 })
  expect(placePill(kept, [main])).toMatchObject({ x: 834, y: 496 })
})

it('never takes the keyboard, nor a place in the taskbar', () => {
  const options = overlayOptions('Captions', placePill(null, [main]), {})
  expect(options).toMatchObject({
    focusable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    frame: false,
  })
})
