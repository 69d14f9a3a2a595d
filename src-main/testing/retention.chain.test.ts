import { existsSync } from 'node:fs'
import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import { assemble } from '../assemble.ts'
import { keptMeetings, type KeptMeetings } from './kept-meetings.ts'

const dayMs = 24 * 60 * 60 * 1000
const ago = (days: number): number => Date.now() - days * dayMs

async function setUp() {
  const world = await keptMeetings(null)
  const events: EngineEvent[] = []
  world.subscribe((event) => events.push(event))
  const applied = () =>
    new Promise<Extract<EngineEvent, { type: 'retention.applied' }>>((resolve) => {
      const leave = world.subscribe((event) => {
        if (event.type !== 'retention.applied') return
        leave()
        resolve(event)
      })
    })
  return { world, applied }
}

/** A finished meeting with a second of sound. */
async function record(world: KeptMeetings, days: number, title: string): Promise<MeetingId> {
  const id = world.keep({ segments: [], language: 'en', title, startedAtMs: ago(days) })
  await using recording = await world.parts.keeping.recordings.create(id, ['me'])
  await recording.append('me', new Int16Array(16_000))
  await recording.close()
  return id
}

it('a rule removes old sound at once, keeps the text and says so; newer sound stays', async () => {
  const { world, applied } = await setUp()
  await using _ = world
  const [old, recent] = [await record(world, 40, 'Old'), await record(world, 3, 'Recent')]

  const before = await world.api['storage.preview']({
    rules: { keepSoundDays: 30, keepMeetingsDays: null },
  })
  expect(before.sound).toMatchObject({ count: 1, first: [{ meetingId: old, title: 'Old' }] })
  expect(before.sound.bytes).toBeGreaterThan(32_000)

  const news = applied()
  await world.api['settings.change']({ keepSoundDays: 30 })
  expect(await news).toMatchObject({ soundRemoved: [old], meetingsRemoved: [] })

  const track = (await world.api['meeting.read']({ meetingId: old })).tracks.find(
    ({ name }) => name === 'me',
  )
  expect(track?.account).toMatchObject({ lengthMs: 1000, captured: 1 })
  expect(track?.account?.removedAt).toMatch(/^20/)
  const { recordings } = world.parts.keeping
  expect(await recordings.soundBytes(recent)).toBeGreaterThan(0)
  expect((await world.api['storage.describe']({})).meetingsWithSound).toBe(1)
  await expect(
    world.api['meeting.clip']({ meetingId: old, track: null, fromMs: 0, toMs: 500 }),
  ).rejects.toMatchObject({ code: 'not_found' })
})

it('a rule removes whole meetings as a person would, but none that is exempt', async () => {
  const { world, applied } = await setUp()
  await using _ = world
  const [gone, kept] = [await record(world, 100, 'Gone'), await record(world, 100, 'Kept')]
  await world.api['storage.exempt']({ meetingId: kept, exempt: true })

  const news = applied()
  await world.api['settings.change']({ keepMeetingsDays: 90 })
  expect((await news).meetingsRemoved).toEqual([gone])
  expect((await world.api['meeting.list']({})).map(({ id }) => id)).toEqual([kept])
  const { exempt } = await world.api['storage.preview']({ rules: null })
  expect(exempt.map(({ meetingId }) => meetingId)).toEqual([kept])

  const log = await readFile(join(world.data, 'logs', 'rtstt.log'), 'utf8')
  expect(log).toContain('"event":"retention.applied","sound":0,"meetings":1,"left":0')
  expect(log).not.toContain('Gone')
})

it('leaves alone a recording on which another program works', async () => {
  const { world, applied } = await setUp()
  await using _ = world
  const [busy, free] = [await record(world, 50, 'Busy'), await record(world, 40, 'Free')]
  using _claim = world.parts.keeping.claim(busy)
  const news = applied()
  await world.api['settings.change']({ keepSoundDays: 30 })
  expect((await news).soundRemoved).toEqual([free])
  expect(await world.parts.keeping.recordings.soundBytes(busy)).toBeGreaterThan(0)
})

it('a change that is made just before the program ends is applied before it does', async () => {
  await using world = await keptMeetings(null)
  const old = await record(world, 40, 'Old')
  const engine = await assemble({ dataFolder: world.data })
  await engine.api['settings.change']({ keepSoundDays: 30 })
  await engine[Symbol.asyncDispose]()
  expect(await world.parts.keeping.recordings.soundBytes(old)).toBe(0)
})

it('tells what the data folder holds, and cleans up only what nobody needs', async () => {
  await using world = await keptMeetings(null)
  const meetingId = await record(world, 2, 'Kept')
  const recordings = join(world.data, 'recordings')
  const orphan = join(recordings, '3f0b8f2e-1c2d-4b5a-9c3e-000000000001')
  const fresh = join(recordings, '3f0b8f2e-1c2d-4b5a-9c3e-000000000002')
  const theirs = join(recordings, 'notes of mine')
  for (const folder of [orphan, fresh, theirs]) {
    await mkdir(folder)
    await writeFile(join(folder, 'me.wav'), new Uint8Array(1000))
    await writeFile(join(folder, 'live.lock'), '')
  }
  const longAgo = new Date(ago(3))
  const kept = world.parts.keeping.recordings.folderOf(meetingId)
  const old = [orphan, theirs].flatMap((folder) => [
    join(folder, 'me.wav'),
    join(folder, 'live.lock'),
    folder,
  ])
  for (const path of [...old, kept]) await utimes(path, longAgo, longAgo)

  const { leftovers, bytes, ...rest } = await world.api['storage.describe']({})
  expect(leftovers).toMatchObject({ count: 1 })
  expect(leftovers.bytes).toBeGreaterThanOrEqual(1000)
  expect(bytes.sound).toBeGreaterThan(35_000)
  expect(bytes.database).toBeGreaterThan(0)
  expect(rest).toMatchObject({ dataFolder: world.data, meetings: 1, meetingsWithSound: 1 })
  expect(rest.hoursThatFit).toBeGreaterThan(0)

  expect(await world.api['storage.clean']({})).toMatchObject({ count: 1 })
  expect([orphan, fresh, theirs, kept].map((path) => existsSync(path))).toEqual([
    false,
    true,
    true,
    true,
  ])
})
