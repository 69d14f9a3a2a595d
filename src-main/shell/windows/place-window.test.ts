import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parsePlaced, placeWindow } from './place-window.ts'

const size = { width: 1180, height: 780 }
const main = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1280, height: 984 }
const left = { x: -1600, y: 100, width: 1600, height: 860 }
const kept = (x: number, y: number, width = 1180, height = 780, maximized = false) => ({
  x,
  y,
  width,
  height,
  maximized,
})

it.each([
  ['in the middle at first', null, [main], kept(370, 130)],
  ['as it was left', kept(10, 20, 900, 700), [main], kept(10, 20, 900, 700)],
  ['on the other screen', kept(2000, 50), [main, right], kept(2000, 50)],
  ['left of the main screen', kept(-1500, 200, 800, 600), [main, left], kept(-1500, 200, 800, 600)],
  ['in the middle when its screen is gone', kept(2000, 50), [main], kept(370, 130)],
  [
    'still maximised when its screen is gone',
    kept(2000, 50, 1180, 780, true),
    [main],
    kept(370, 130, 1180, 780, true),
  ],
  ['partly beside the screen, as it was', kept(1700, 20), [main], kept(1700, 20)],
  [
    'in the middle when next to nothing of it could be seen',
    kept(1900, 20),
    [main],
    kept(370, 130),
  ],
  ['with its head on the screen', kept(10, -20), [main], kept(10, 0)],
  ['in the middle when its head was below the screen', kept(10, 1030), [main], kept(370, 130)],
  ['no larger than the screen', kept(0, 0, 3000, 2000), [main], kept(0, 0, 1920, 1040)],
  [
    'small on a small screen',
    null,
    [{ x: 0, y: 0, width: 800, height: 560 }],
    kept(0, 0, 800, 560),
  ],
])('stands %s', (_, before, areas, expected) => {
  expect(placeWindow(before, size, areas)).toEqual(expected)
})

it('can always be taken hold of', () => {
  const whole = fc.integer({ min: -5000, max: 5000 })
  const placed = fc.record({
    x: whole,
    y: whole,
    width: fc.integer({ min: 300, max: 4000 }),
    height: fc.integer({ min: 200, max: 3000 }),
    maximized: fc.boolean(),
  })
  fc.assert(
    fc.property(
      placed,
      fc.shuffledSubarray([main, right, left], { minLength: 1 }),
      (before, areas) => {
        const { x, y, width } = placeWindow(before, size, areas)
        const seen = areas.some(
          (area) =>
            Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= 120 &&
            y >= area.y &&
            y + 32 <= area.y + area.height,
        )
        expect(seen).toBe(true)
      },
    ),
  )
})

it.each([null, 'x', {}, { ...kept(0, 0), x: '0' }, kept(0.5, 0), kept(0, 0, 10, 10), kept(1e9, 0)])(
  'takes no place from %j',
  (value) => {
    expect(parsePlaced(value)).toBeNull()
  },
)
