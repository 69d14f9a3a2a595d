import { expect, it } from 'vitest'
import { damagedWindows } from './damaged-windows.ts'

/** `a` and `b` are tones, `.` is silence, `x` is neither. */
const windows = (text: string) =>
  Array.from(text, (what) => ({
    tones: what === 'a' ? [450] : what === 'b' ? [700] : [],
    clean: what !== 'x',
  }))

it.each([
  ['aaaa', 0, 'a tone'],
  ['aa..aa', 0, 'a hole with sharp edges'],
  ['aaxbb', 0, 'another device'],
  ['aax.xxbb', 0, 'a hole between devices'],
  ['aaxaa', 1, 'a cut inside a tone'],
  ['aaxxaa', 2, 'a longer cut'],
  ['aaxxxbb', 3, 'more than a change explains'],
  ['..x..', 1, 'a click in silence'],
])('%s holds %i damaged windows: %s', (text, damaged) => {
  expect(damagedWindows(windows(text))).toBe(damaged)
})
