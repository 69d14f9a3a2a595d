import { expect, it } from 'vitest'
import { both, scriptedComputer as computer } from './testing/scripted-computer.ts'

it('hears a deaf device again within five seconds, and notes what was not heard', async () => {
  const { devices, mic, hear, end } = computer()
  const { source, heard } = await hear(both)
  await devices.run(1000)
  mic.captured = 0
  await devices.run(5000)
  expect(heard.warnings()).toEqual(['me device_deaf'])
  expect(source.controls?.hearing().tracks[0]?.state).toBe('deaf')
  expect(devices.requests.length).toBeGreaterThan(2)
  mic.captured = null
  await devices.run(1500)
  await end(source, heard)
  expect(source.controls?.hearing().tracks[0]?.state).toBe('ended')
  expect(heard.warnings()).toEqual(['me device_deaf', 'me device_deaf over'])
  const deaf = heard.events.filter((event) => event.type === 'deaf')
  expect(deaf[0]?.length).toBeGreaterThan(16 * 1500)
  expect(heard.missingMs('me')).toBe(0)
})

it('hears the output that plays while the default is silent, and goes back to the default', async () => {
  const { devices, speaker, hear, end } = computer()
  const headset = devices.add({ id: 'headset', kind: 'loopback', plays: 0 })
  const { source, heard } = await hear(both)
  await devices.run(1000)
  speaker.plays = 0
  headset.plays = 0.75
  await devices.run(6000)
  expect(heard.track('them').at(-1)).toMatch(/^0.75 /)
  expect(heard.warnings()).toEqual(['them elsewhere_playing over'])
  headset.plays = 0
  speaker.plays = 0.5
  await devices.run(6000)
  await end(source, heard)
  expect(heard.track('them').at(-1)).toMatch(/^0.5 /)
  expect(heard.missingMs('them')).toBe(0)
})

it('only says that another output plays when the output was chosen', async () => {
  const { devices, speaker, hear, end } = computer()
  devices.add({ id: 'headset', kind: 'loopback', plays: 0.75 })
  speaker.plays = 0
  const { source, heard } = await hear({ kind: 'system', deviceId: 'speaker' })
  await devices.run(20_000)
  expect(heard.warnings()).toEqual(['them elsewhere_playing'])
  speaker.plays = 0.5
  await devices.run(1000)
  await end(source, heard)
  expect(heard.warnings()).toEqual(['them elsewhere_playing', 'them elsewhere_playing over'])
  expect(devices.requests.length).toBe(1)
})

it('hears the output itself when what hears all outputs stays silent', async () => {
  const { devices, hear, speaker, end } = computer()
  devices.everything = true
  speaker.captured = 0
  const { source, heard } = await hear({ kind: 'system', deviceId: null })
  expect(devices.requests.at(-1)?.excludeOwnProcess).toBe(true)
  await devices.run(5000)
  expect(heard.warnings()).toEqual(['them device_deaf'])
  expect(devices.requests.at(-1)?.excludeOwnProcess).toBe(false)
  await end(source, heard)
})
