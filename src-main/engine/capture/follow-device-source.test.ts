/** What a source does when its devices change under it. */
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { both, msOf, near, scriptedComputer as computer } from './testing/scripted-computer.ts'
import type { ScriptedDevices } from './testing/scripted-devices.ts'

it('follows the default without a hole: the new device is heard before the old one is left', async () => {
  const { devices, hear, end } = computer()
  devices.add({ id: 'headset', kind: 'loopback', plays: 0.75, startsAfterMs: 250 })
  const { source, heard } = await hear(both)
  await devices.run(1000)
  devices.setDefault('headset')
  await devices.run(1000)
  await end(source, heard)
  const [, before = '', , after = ''] = heard.track('them')
  expect(near(msOf(before, '0.5'), 1250)).toBe(true)
  expect(near(msOf(after, '0.75'), 750)).toBe(true)
  expect(near(heard.lengthMs('them'), 2000)).toBe(true)
  expect(heard.missingMs('them')).toBe(0)
  expect(heard.track('me')).toEqual(['| format', '0.25 x 2000'])
  expect(devices.open).toBe(0)
})

it('stays with a chosen device when the default changes', async () => {
  const { devices, hear, end } = computer()
  devices.add({ id: 'headset', kind: 'loopback', plays: 0.75 })
  const { source, heard } = await hear({ kind: 'system', deviceId: 'speaker' })
  await devices.run(500)
  devices.setDefault('headset')
  await devices.run(500)
  await end(source, heard)
  expect(heard.track('them')).toEqual(['| format', '0.5 x 1000'])
})

it('waits for a chosen device that is unplugged, says so once, and hears it again', async () => {
  const { devices, hear, end } = computer()
  devices.add({ id: 'other', kind: 'microphone', plays: 0.9 })
  const { source, heard } = await hear({ kind: 'microphone', deviceId: 'mic' })
  await devices.run(1000)
  devices.remove('mic')
  await devices.run(5000)
  expect(heard.warnings()).toEqual(['me device_lost'])
  expect(source.controls?.hearing().tracks[0]).toMatchObject({ state: 'lost', device: null })
  devices.add({ id: 'mic', kind: 'microphone', plays: 0.25 })
  await devices.run(1000)
  await end(source, heard)
  expect(heard.track('me')).toEqual([
    '| format',
    '0.25 x 1000',
    'gap device_lost x 5000',
    '| format',
    '0.25 x 1000',
  ])
  expect(heard.warnings()).toEqual(['me device_lost', 'me device_lost over'])
})

it('takes the next default when the one it followed is unplugged', async () => {
  const { devices, hear, end } = computer()
  const other = devices.add({ id: 'other', kind: 'microphone', plays: 0.75 })
  const { source, heard } = await hear(both)
  await devices.run(1000)
  devices.remove('mic')
  other.isDefault = true
  await devices.run(1000)
  await end(source, heard)
  expect(heard.missingMs('me')).toBeLessThan(150)
  expect(heard.track('me').at(-1)).toMatch(/^0.75 /)
  expect(heard.warnings()).toEqual([])
})

it('opens a stream again whose format changed', async () => {
  const { devices, mic, hear, end } = computer()
  const { source, heard } = await hear(both)
  await devices.run(1000)
  mic.sampleRate = 16_000
  mic.startsAfterMs = 100
  devices.breakOff('mic', 'format_changed')
  await devices.run(1000)
  await end(source, heard)
  expect(heard.track('me')).toEqual([
    '| format',
    '0.25 x 1000',
    'gap device_changed x 100',
    '| format',
    '0.25 x 900',
  ])
})

it('outlives the sound server', async () => {
  const { devices, hear, end } = computer()
  const { source, heard } = await hear(both)
  await devices.run(1000)
  devices.serve(false)
  await devices.run(10_000)
  devices.serve(true)
  await devices.run(1000)
  await end(source, heard)
  for (const track of ['me', 'them'] as const) {
    expect(near(heard.missingMs(track), 10_000)).toBe(true)
    expect(near(heard.lengthMs(track), 12_000)).toBe(true)
  }
  expect(heard.warnings().toSorted()).toEqual([
    'me device_lost',
    'me device_lost over',
    'them device_lost',
    'them device_lost over',
  ])
})

it('opens a microphone again that delivers nothing', async () => {
  const { devices, mic, hear, end } = computer()
  const { source, heard } = await hear({ kind: 'microphone', deviceId: null })
  await devices.run(1000)
  mic.sends = false
  await devices.run(2000)
  mic.sends = true
  await devices.run(1000)
  await end(source, heard)
  expect(devices.requests.length).toBeGreaterThan(1)
  expect(near(heard.missingMs('me'), 2000)).toBe(true)
  expect(near(heard.lengthMs('me'), 4000)).toBe(true)
})

it('calls the time in which the computer slept a pause, and opens its devices anew', async () => {
  const { devices, hear, end } = computer()
  const { source, heard } = await hear(both)
  await devices.run(2000)
  devices.sleep(3_600_000)
  await devices.run(2000)
  await end(source, heard)
  for (const track of ['me', 'them'] as const) {
    const stretches = heard.track(track)
    expect(stretches.filter((name) => name.startsWith('|'))).toEqual([
      '| format',
      '| paused',
      '| resumed',
      '| format',
    ])
    expect(near(heard.lengthMs(track), 4000)).toBe(true)
  }
  expect(heard.events).toContainEqual({ type: 'paused', track: 'me', cause: 'sleep' })
  expect(devices.requests.length).toBe(4)
})

it('sees sleep also where the steady clock went on', async () => {
  const { devices, hear, end } = computer()
  const { source, heard } = await hear(both)
  await devices.run(2000)
  devices.sleepSteadily(3_600_000)
  await devices.run(8000)
  await end(source, heard)
  for (const track of ['me', 'them'] as const) {
    expect(heard.lengthMs(track)).toBeGreaterThan(9_000)
    expect(heard.lengthMs(track)).toBeLessThan(12_000)
    expect(heard.missingMs(track)).toBeLessThan(1_000)
  }
  expect(heard.lengthMs('me') - heard.lengthMs('them')).toBeLessThan(100)
})

it('keeps both tracks as long as the meeting, whatever becomes of their devices', async () => {
  const deed = fc.constantFrom<(devices: ScriptedDevices) => void>(
    (devices) => devices.remove('mic'),
    (devices) => devices.remove('speaker'),
    (devices) => void devices.add({ id: 'mic', kind: 'microphone', isDefault: true }),
    (devices) => void devices.add({ id: 'speaker', kind: 'loopback', isDefault: true }),
    (devices) => void devices.add({ id: 'new', kind: 'loopback', startsAfterMs: 200 }),
    (devices) => devices.setDefault('new'),
    (devices) => devices.setDefault('speaker'),
    (devices) => devices.breakOff('mic', 'format_changed'),
    (devices) => devices.serve(false),
    (devices) => devices.serve(true),
  )
  const script = fc.array(fc.tuple(deed, fc.integer({ min: 0, max: 150 })), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(script, async (steps) => {
      const { devices, hear, end } = computer()
      const { source, heard } = await hear(both)
      let passedMs = 500
      await devices.run(500)
      for (const [act, tens] of steps) {
        act(devices)
        passedMs += tens * 10
        await devices.run(tens * 10)
      }
      await end(source, heard)
      for (const track of ['me', 'them'] as const)
        expect(near(heard.lengthMs(track), passedMs)).toBe(true)
      await source[Symbol.asyncDispose]()
      expect(devices.open).toBe(0)
    }),
    { numRuns: 25 },
  )
}, 60_000)

it('opens once for a list of devices that is older than what the system opens now', async () => {
  const { devices, speaker, hear, end } = computer()
  const headset = devices.add({ id: 'headset', kind: 'loopback', plays: 0.75 })
  const { source, heard } = await hear(both)
  await devices.run(1000)
  headset.isDefault = true
  speaker.isDefault = false
  const outdated = await devices.capture.devices()
  headset.isDefault = false
  speaker.isDefault = true
  const before = devices.requests.length
  vi.spyOn(devices.capture, 'devices').mockResolvedValue(outdated)
  devices.add({ id: 'another', kind: 'loopback' })
  await devices.run(1000)
  await end(source, heard)
  expect(devices.requests.length - before).toBe(1)
  expect(heard.missingMs('them')).toBe(0)
})
