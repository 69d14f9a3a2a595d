import { expect, it } from 'vitest'
import type { Device } from '#contract/device.ts'
import { chooseSource, type SourceOptions } from './choose-source.ts'

function device(id: string, kind: Device['kind'], name: string): Device {
  const format = { sampleRate: 48_000, channels: 2, sampleFormat: 'f32' }
  return { id, kind, name, isDefault: false, isDefaultForCalls: false, ...format }
}

const here = [
  device('m1', 'microphone', 'Desk'),
  device('m2', 'microphone', 'Twin'),
  device('m3', 'microphone', 'Twin'),
  device('s1', 'system', 'Desk'),
  device('Twin', 'system', 'Other'),
]

const choose = (options: Partial<SourceOptions>) =>
  chooseSource({ source: 'both', pace: 'real', ...options }, async () => here)

it.each<readonly [Partial<SourceOptions>, unknown]>([
  [{ source: 'mic' }, { kind: 'microphone', deviceId: null }],
  [{ source: 'system' }, { kind: 'system', deviceId: null }],
  [{}, { kind: 'both', microphoneId: null, systemId: null }],
  [
    { source: 'mic', microphone: 'm2' },
    { kind: 'microphone', deviceId: 'm2' },
  ],
  [
    { source: 'mic', microphone: 'Desk' },
    { kind: 'microphone', deviceId: 'm1' },
  ],
  [
    { microphone: 'Desk', system: 'Desk' },
    { kind: 'both', microphoneId: 'm1', systemId: 's1' },
  ],
  [
    { source: 'system', system: 'Twin' },
    { kind: 'system', deviceId: 'Twin' },
  ],
  [
    { source: 'file:a b.wav', pace: 'fast', splitChannels: true },
    { kind: 'file', path: 'a b.wav', pace: 'fast', channels: 'split' },
  ],
])('takes %j', async (options, source) => {
  expect(await choose(options)).toEqual(source)
})

it.each<readonly [Partial<SourceOptions>, string, RegExp]>([
  [{ source: 'radio' }, 'invalid_input', /--source/],
  [{ source: 'file:a.wav', pace: 'slow' }, 'invalid_input', /--pace/],
  [{ source: 'file:a.wav', microphone: 'm1' }, 'invalid_input', /--microphone/],
  [{ source: 'mic', system: 's1' }, 'invalid_input', /--system/],
  [{ microphone: 's1' }, 'device_unknown', /no microphone “s1”/],
  [{ microphone: 'desk' }, 'device_unknown', /no microphone/],
  [{ microphone: 'Twin' }, 'device_unknown', /More than one microphone/],
])('refuses %j', async (options, code, message) => {
  await expect(choose(options)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(message),
  })
})

it('asks for the devices only where one is named', async () => {
  const unasked = async (): Promise<never> => {
    throw new Error('asked')
  }
  const source = await chooseSource({ source: 'both', pace: 'real' }, unasked)
  expect(source).toMatchObject({ kind: 'both' })
})
