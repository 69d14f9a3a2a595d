import { expect, it } from 'vitest'
import type { CaptureDevice } from './capture.native.ts'
import { follow, type Following, retryDelay, wanted } from './follow-device.ts'

const output = (id: string, isDefault = false): CaptureDevice => ({
  id,
  kind: 'loopback',
  name: id,
  isDefault,
  isDefaultForCalls: isDefault,
  sampleRate: 48_000,
  channels: 2,
  sampleFormat: 'f32',
})
const mic: CaptureDevice = { ...output('mic', true), kind: 'microphone' }

const standard: Following = { kind: 'loopback', chosen: null, instead: null }
const heard = { deviceId: 'a', everything: false }

it.each<[string, Following, typeof heard, CaptureDevice[], 'stay' | 'to-default']>([
  ['the default stays', standard, heard, [output('a', true), output('b')], 'stay'],
  ['the default changed', standard, heard, [output('a'), output('b', true)], 'to-default'],
  ['there is no default just now', standard, heard, [output('b')], 'stay'],
  ['the default of another kind', standard, heard, [output('a', true), mic], 'stay'],
  ['a device was chosen', { ...standard, chosen: 'a' }, heard, [output('b', true)], 'stay'],
  ['everything is heard', standard, { ...heard, everything: true }, [output('b', true)], 'stay'],
  [
    'another output is heard in place of the default',
    { ...standard, instead: 'a' },
    heard,
    [output('a'), output('b', true)],
    'stay',
  ],
  [
    'that other output is gone',
    { ...standard, instead: 'a' },
    heard,
    [output('b', true)],
    'to-default',
  ],
])('%s', (_, following, now, devices, expected) => {
  expect(follow(following, now, devices)).toBe(expected)
})

it('wants what was chosen before what plays before the default', () => {
  expect(wanted({ ...standard, chosen: 'a', instead: 'b' })).toBe('a')
  expect(wanted({ ...standard, instead: 'b' })).toBe('b')
  expect(wanted(standard)).toBeNull()
})

it('tries again at once, then less and less often, and never gives up', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 100].map(retryDelay)).toEqual([
    0, 100, 200, 400, 800, 1600, 2000, 2000,
  ])
})
