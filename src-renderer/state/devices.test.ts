import { describe, expect, it } from 'vitest'
import type { Device } from '#contract/device.ts'
import { type Choice, firstChoice } from './choice.ts'
import {
  applyToDevices,
  defaultDevice,
  devicesAnswered,
  obstacles,
  unreadDevices,
  wholeDevices,
} from './devices.ts'

function device(id: string, kind: Device['kind'], isDefault = false): Device {
  const unknown = { sampleRate: null, channels: null, sampleFormat: null }
  return { id, kind, name: `The ${id}`, isDefault, isDefaultForCalls: isDefault, ...unknown }
}

const headset = device('headset', 'microphone', true)
const webcam = device('webcam', 'microphone')
const speakers = device('speakers', 'system', true)

it('follows what comes and goes', () => {
  const known = wholeDevices([headset, speakers])
  const devices = applyToDevices(known, { type: 'devices.changed', devices: [speakers] })
  expect(devices).toEqual(wholeDevices([speakers]))
  expect(defaultDevice(devices, 'microphone')).toBeNull()
  expect(defaultDevice(devices, 'system')).toBe(speakers)
})

it('does not let a late answer undo a newer event', () => {
  const asked = { ...unreadDevices, phase: 'reading' as const }
  const told = applyToDevices(asked, { type: 'devices.changed', devices: [webcam] })
  expect(devicesAnswered(told, wholeDevices([headset]))).toBe(told)
  expect(devicesAnswered(asked, wholeDevices([headset]))).toEqual(wholeDevices([headset]))
})

describe('obstacles', () => {
  const gone = { id: 'gone', name: 'Old headset' }
  it.each<[string, readonly Device[], Partial<Choice>, readonly object[]]>([
    ['nothing when all is there', [headset, speakers], {}, []],
    ['a missing microphone', [speakers], {}, [{ kind: 'microphone', missing: null }]],
    [
      'both, where there is no device at all',
      [],
      {},
      [
        { kind: 'microphone', missing: null },
        { kind: 'system', missing: null },
      ],
    ],
    ['nothing of a kind that is not wanted', [speakers], { hear: 'system' }, []],
    [
      'a chosen device that is not connected',
      [headset, speakers],
      { microphone: gone },
      [{ kind: 'microphone', missing: gone }],
    ],
    ['nothing when the chosen device is back', [webcam, speakers], { microphone: webcam }, []],
  ])('name %s', (_, list, change, expected) => {
    expect(obstacles(wholeDevices(list), { ...firstChoice, ...change })).toEqual(expected)
  })

  it('are not invented before the devices are known', () => {
    expect(obstacles(unreadDevices, firstChoice)).toEqual([])
  })
})
