import { expect, it } from 'vitest'
import { parseListening, writeListening } from './listening.ts'

it('keeps how somebody likes to listen', () => {
  const listening = { speed: 1.5, volume: 0.3, skipsSilence: true }
  expect(parseListening(writeListening(listening))).toEqual(listening)
})

it.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['no object', '7'],
  ['a speed that nobody offers', '{"speed":40,"volume":-1,"skipsSilence":"yes"}'],
])('hears as it was recorded after %s', (_, text) => {
  expect(parseListening(text)).toEqual({ speed: 1, volume: 1, skipsSilence: false })
})
