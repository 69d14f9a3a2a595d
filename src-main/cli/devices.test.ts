import { expect, it } from 'vitest'
import type { Device } from '#contract/device.ts'
import { changeLines, tableOf } from './devices.ts'

function device(id: string, change: Partial<Device> = {}): Device {
  return {
    id,
    kind: 'microphone',
    name: `The ${id}`,
    isDefault: false,
    isDefaultForCalls: false,
    sampleRate: 48_000,
    channels: 1,
    sampleFormat: 'f32',
    ...change,
  }
}

const both = { isDefault: true, isDefaultForCalls: true }
const unknown = { sampleRate: null, channels: null, sampleFormat: null }

it('shows microphones before outputs, marks what is used, and says no format that it does not know', () => {
  const devices = [
    device('out', { kind: 'system', name: 'Lautsprecher', ...both }),
    device('desk', { isDefault: true }),
    device('日本', { isDefaultForCalls: true, ...unknown }),
  ]
  expect(tableOf(devices, 20)).toEqual([
    'd microphone  The desk      48000 Hz, 1 ch, f32   desk',
    'c microphone  The 日本                            日本',
    '* output      Lautsprecher  48000 Hz, 1 ch, f32   out',
  ])
})

it('cuts long names, so that the table stays one', () => {
  const [line] = tableOf([device('a', { name: 'Headset '.repeat(9) })], 11)
  expect(line).toContain('  Headset Hea  ')
})

it.each<readonly [string, readonly Device[], readonly Device[], readonly RegExp[]]>([
  ['nothing', [device('a')], [device('a')], []],
  ['what came', [device('a')], [device('a'), device('b')], [/^\+ {3}micro.*b$/]],
  ['what went', [device('a'), device('b')], [device('b')], [/^- {3}micro.*a$/]],
  [
    'another default',
    [device('a', both), device('b')],
    [device('a'), device('b', both)],
    [/^~ {3}micro.*a$/, /^~ \* micro.*b$/],
  ],
  ['an output of the same id', [device('a')], [device('a', { kind: 'system' })], [/^- /, /^\+ /]],
])('tells of a change %s', (_, before, now, lines) => {
  const told = changeLines(before, now)
  expect(told).toHaveLength(lines.length)
  for (const [index, line] of lines.entries()) expect(told[index]).toMatch(line)
})
