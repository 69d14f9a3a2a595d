import { expect, it } from 'vitest'
import type { DeviceChoice } from './device-source.ts'
import { hearSource } from './testing/hear-track.ts'
import { both, near, scriptedComputer as computer } from './testing/scripted-computer.ts'

it('hears both sides, each on its own track', async () => {
  const { devices, hear, end } = computer()
  const { source, heard } = await hear(both)
  await devices.run(2000)
  await end(source, heard)
  expect(source.tracks).toEqual(['me', 'them'])
  expect(heard.track('me')).toEqual(['| format', '0.25 x 2000'])
  expect(heard.track('them')).toEqual(['| format', '0.5 x 2000'])
})

it('begins with the first sample that any device heard, and calls a late start no loss', async () => {
  const { devices, mic, hear, end } = computer()
  mic.startsAfterMs = 200
  const { source, heard } = await hear(both)
  await devices.run(1000)
  await end(source, heard)
  expect(heard.track('them')).toEqual(['| format', '0.5 x 1000'])
  expect(heard.track('me')).toEqual(['| format', 'silence x 200', '0.25 x 800'])
})

it('keeps what was heard before anybody listened', async () => {
  const { devices, listen, end } = computer()
  const source = await listen(both)
  await devices.run(500)
  const heard = hearSource(source)
  await devices.run(500)
  await end(source, heard)
  expect(heard.track('me')).toEqual(['| format', '0.25 x 1000'])
})

it('goes on with one side when the other cannot be opened, and lets it join in later', async () => {
  const { devices, mic, hear, end } = computer()
  mic.refuses = 'device_in_use'
  const { source, heard } = await hear(both)
  await devices.run(3000)
  expect(heard.warnings()).toEqual(['me device_busy'])
  expect(source.controls?.hearing().tracks).toMatchObject([{ state: 'lost' }, { state: 'hearing' }])
  mic.refuses = null
  await devices.run(3000)
  await end(source, heard)
  const [gap = '', format, sound] = heard.track('me')
  expect(gap).toMatch(/^gap no_device x /)
  expect([format, sound?.split(' ')[0]]).toEqual(['| format', '0.25'])
  expect(near(heard.lengthMs('me'), heard.lengthMs('them'))).toBe(true)
  expect(heard.warnings()).toEqual(['me device_busy', 'me device_busy over'])
})

it.each([
  ['microphone', { kind: 'microphone', deviceId: 'nobody' }],
  ['output', { kind: 'system', deviceId: 'nobody' }],
  ['microphone beside an output', { kind: 'both', microphoneId: 'nobody', systemId: null }],
] satisfies [string, DeviceChoice][])('refuses an unknown %s', async (_, choice) => {
  const { devices, listen } = computer()
  await expect(listen(choice)).rejects.toMatchObject({ code: 'device_unknown' })
  await devices.settle()
  expect(devices.open).toBe(0)
})

it('fails with the reason when nothing can be opened at all', async () => {
  const { devices, listen } = computer()
  devices.remove('mic')
  await expect(listen({ kind: 'microphone', deviceId: null })).rejects.toMatchObject({
    code: 'device_missing',
  })
})

it('tells silence for an output that plays nothing and sends nothing', async () => {
  const { devices, speaker, hear, end } = computer()
  const { source, heard } = await hear(both)
  await devices.run(1000)
  speaker.sends = false
  speaker.plays = 0
  await devices.run(5000)
  expect(heard.lengthMs('them')).toBeGreaterThan(5200)
  speaker.sends = true
  speaker.plays = 0.5
  await devices.run(1000)
  await end(source, heard)
  expect(heard.track('them')).toEqual(['| format', '0.5 x 1000', 'silence x 5000', '0.5 x 1000'])
  expect(devices.requests.length).toBe(2)
})

it('begins although an output never sends anything', async () => {
  const { devices, speaker, hear, end } = computer()
  speaker.sends = false
  speaker.plays = 0
  const { source, heard } = await hear({ kind: 'system', deviceId: null })
  await devices.run(5000)
  await end(source, heard)
  expect(heard.track('them')).toEqual(['| format', 'silence x 5000'])
})

it('lets time stand still on all tracks while it is paused', async () => {
  const { devices, hear, end } = computer()
  const { source, heard } = await hear(both)
  await devices.run(1000)
  source.controls?.pause()
  expect(source.controls?.hearing().paused).toBe(true)
  await devices.run(3000)
  source.controls?.resume()
  await devices.run(1000)
  await end(source, heard)
  expect(heard.track('me')).toEqual([
    '| format',
    '0.25 x 1000',
    '| paused',
    '| resumed',
    '0.25 x 1000',
  ])
  expect(heard.track('them')).toEqual([
    '| format',
    '0.5 x 1000',
    '| paused',
    '| resumed',
    '0.5 x 1000',
  ])
})

it('keeps what is said while muted out of the track, and says where', async () => {
  const { devices, hear, end } = computer()
  const { source, heard } = await hear(both)
  await devices.run(1000)
  source.controls?.muteMicrophone(true)
  await devices.run(2000)
  source.controls?.muteMicrophone(false)
  await devices.run(1000)
  await end(source, heard)
  expect(heard.track('me')).toEqual(['| format', '0.25 x 1000', 'gap muted x 2000', '0.25 x 1000'])
  expect(heard.track('them')).toEqual(['| format', '0.5 x 4000'])
})

it('tells the levels of all tracks together, twenty times a second', async () => {
  const { devices, hear, end } = computer()
  const { source, heard } = await hear(both)
  await devices.run(2000)
  await end(source, heard)
  const levels = heard.events.filter((event) => event.type === 'levels')
  expect(levels.length).toBeGreaterThan(30)
  expect(levels.at(-1)?.levels).toMatchObject([{ track: 'me' }, { track: 'them' }])
  expect(levels.at(-1)?.levels[0]?.peak).toBeCloseTo(0.25, 2)
})

it('loses nothing to a reader that is slow', async () => {
  const { devices, listen } = computer()
  const source = await listen(both)
  const reader = source.events[Symbol.asyncIterator]()
  await reader.next()
  await devices.run(10_000)
  source.stop()
  let samples = 0
  const read = (async () => {
    for (let next = await reader.next(); !next.done; next = await reader.next())
      if (next.value.type === 'samples' && next.value.track === 'me')
        samples += next.value.samples.length
  })()
  await devices.run(500)
  await read
  expect(samples / 16).toBeGreaterThanOrEqual(9_950)
})
