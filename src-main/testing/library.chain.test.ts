/** Many meetings: in order, deleted and had back, and made one of several, over a real store and real sound. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { anywhere } from '#contract/ask.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'
import { spoken } from '#engine/store/fixtures/spoken.ts'
import { clearUnfinishedMerges } from '#engine/merge-meetings.ts'
import { keptMeetings, type KeptMeetings } from './kept-meetings.ts'

const hour = 3_600_000
const morning = Date.UTC(2026, 2, 2, 9)
const samplesPerSecond = 16_000
const about = { segments: [], language: 'en' }

async function setUp() {
  const kept = await keptMeetings(null)
  const events: EngineEvent[] = []
  kept.subscribe((event) => events.push(event))
  const say = (title: string, hoursLater: number, text: string, track: TrackName = 'me') =>
    kept.keep({
      segments: [spoken(0, text, track)],
      language: 'en',
      title,
      startedAtMs: morning + hoursLater * hour,
      tracks: ['me', 'them'],
    })
  return { ...kept, kept, events, say, [Symbol.asyncDispose]: () => kept[Symbol.asyncDispose]() }
}

/** So many seconds on each track, every sample of them this value. */
async function record(
  { parts }: KeptMeetings,
  id: MeetingId,
  seconds: Partial<Record<TrackName, number>>,
  value: number,
) {
  const tracks = Object.keys(seconds) as TrackName[]
  await using recording = await parts.keeping.recordings.create(id, tracks)
  for (const track of tracks) {
    const samples = new Int16Array((seconds[track] ?? 0) * samplesPerSecond).fill(value)
    await recording.append(track, samples)
    parts.keeping.store.meetings.grow(id, track, samples.length)
  }
}

it('a deleted meeting is nowhere to be found, and comes back whole', async () => {
  await using desk = await setUp()
  const { api } = desk
  const meetingId = desk.say('Board', 0, 'the secret budget is ready')
  await api['meeting.organise']({ meetingIds: [meetingId], folder: 'Board', addTags: ['q1'] })
  const asked = { query: 'budget', filters: anywhere, limit: 5 }
  expect((await api['search.find'](asked)).hits).toHaveLength(1)

  await api['meeting.delete']({ meetingId })
  expect(await api['meeting.list']({})).toEqual([])
  expect((await api['search.find'](asked)).hits).toEqual([])
  expect((await api['insights.carried']({ meetingId: null })).actions).toEqual([])
  for (const command of ['meeting.read', 'meeting.delete'] as const)
    await expect(api[command]({ meetingId })).rejects.toMatchObject({ code: 'not_found' })
  const [deleted] = await api['meeting.listDeleted']({})
  expect(deleted).toMatchObject({ id: meetingId, folder: 'Board', tags: ['q1'] })
  const keptDays =
    (Date.parse(deleted?.keptUntil ?? '') - Date.parse(deleted?.deletedAt ?? '')) / 86_400_000
  expect(keptDays).toBe(30)

  const back = await api['meeting.restore']({ meetingId })
  expect(back).toMatchObject({ title: 'Board', folder: 'Board', segmentCount: 1 })
  expect((await api['search.find'](asked)).hits).toHaveLength(1)
  expect(desk.events).toContainEqual({ type: 'meeting.restored', meeting: back })
})

it('a meeting that is recorded is not deleted, and says so', async () => {
  await using desk = await setUp()
  const meetingId = desk.kept.keep({ segments: [], language: 'en', state: 'live' })
  await expect(desk.api['meeting.delete']({ meetingId })).rejects.toMatchObject({
    code: 'meeting_busy',
    message: expect.stringContaining('Stop it first'),
  })
})

it('purging removes text and sound, and only of what lies in the trash', async () => {
  await using desk = await setUp()
  const { api, parts } = desk
  const [gone, seen] = [desk.say('Gone', 0, 'old words'), desk.say('Seen', 1, 'new words')]
  await record(desk.kept, gone, { me: 1 }, 5)
  const folder = parts.keeping.recordings.folderOf(gone)
  await api['meeting.delete']({ meetingId: gone })
  expect(existsSync(folder)).toBe(true)
  await expect(api['meeting.purge']({ meetingIds: [gone, seen] })).rejects.toMatchObject({
    code: 'not_found',
  })
  expect(existsSync(folder)).toBe(false)
  expect(await api['meeting.listDeleted']({})).toEqual([])
  expect(await api['meeting.list']({})).toMatchObject([{ id: seen }])
  expect(desk.events).toContainEqual({ type: 'meetings.purged', meetingIds: [gone] })
})

it('meetings become one in the order in which they began: sound, gaps and words behind each other', async () => {
  await using desk = await setUp()
  const { api, parts } = desk
  const second = desk.say('Afternoon', 4, 'and we go on', 'them')
  const first = desk.say('Morning', 0, 'we begin')
  await record(desk.kept, first, { me: 2 }, 100)
  await record(desk.kept, second, { me: 3, them: 1 }, 200)
  await api['meeting.organise']({ meetingIds: [first], folder: 'Ops', addTags: ['a'] })
  await api['meeting.organise']({ meetingIds: [second], folder: 'Ops', addTags: ['b'] })

  const merged = await api['meeting.merge']({ meetingIds: [second, first], title: null })
  expect(merged).toMatchObject({
    title: 'Morning',
    startedAt: new Date(morning).toISOString(),
    durationMs: 5_000,
    state: 'done',
    unreadMs: 0,
    folder: 'Ops',
    tags: ['a', 'b'],
  })
  const { segments, tracks } = await api['meeting.read']({ meetingId: merged.id })
  expect(segments.map(({ text, startMs }) => [text, startMs])).toEqual([
    ['we begin', 0],
    ['and we go on', 2_000],
  ])
  const them = tracks.find(({ name }) => name === 'them')?.account
  expect(them?.gaps).toEqual([
    { atMs: 0, lengthMs: 2_000, cause: 'not_recorded' },
    { atMs: 3_000, lengthMs: 2_000, cause: 'not_recorded' },
  ])
  await using sound = await parts.keeping.recordings.open(merged.id)
  const at = async (track: TrackName, ms: number) =>
    (await sound.read(track, ms * 16, ms * 16 + 1))[0]
  expect([await at('me', 1_999), await at('me', 2_000), await at('me', 4_999)]).toEqual([
    100, 200, 200,
  ])
  expect([await at('them', 1_999), await at('them', 2_500), await at('them', 3_500)]).toEqual([
    0, 200, 0,
  ])
  expect((await api['meeting.list']({})).map(({ id }) => id)).toEqual([merged.id])
  expect((await api['meeting.listDeleted']({})).map(({ id }) => id).toSorted()).toEqual(
    [first, second].toSorted(),
  )
})

it('meetings of two kinds stay apart, and nothing is changed', async () => {
  await using desk = await setUp()
  const sided = desk.kept.keep({ ...about, tracks: ['me', 'them'] })
  const mixed = desk.kept.keep({ ...about, tracks: ['mix'] })
  await expect(
    desk.api['meeting.merge']({ meetingIds: [sided, mixed], title: null }),
  ).rejects.toMatchObject({ code: 'meetings_differ' })
  expect(await desk.api['meeting.list']({})).toHaveLength(2)
})

it('a meeting that somebody works on is not merged, because its sound may be written over meanwhile', async () => {
  await using desk = await setUp()
  const ids = [desk.say('One', 0, 'first'), desk.say('Two', 1, 'second')] as const
  for (const id of ids) await record(desk, id, { me: 1, them: 1 }, 5)
  const merge = () => desk.api['meeting.merge']({ meetingIds: [...ids], title: null })
  {
    using _ = desk.parts.keeping.claim(ids[1])
    await expect(merge()).rejects.toMatchObject({ code: 'meeting_busy' })
  }
  expect(await desk.api['meeting.list']({})).toHaveLength(2)
  const { id } = await merge()
  expect((await desk.api['meeting.list']({})).map((meeting) => meeting.id)).toEqual([id])
})

it('a merge that was killed leaves nothing of itself, and all of what it was made of', async () => {
  await using desk = await setUp()
  const { parts } = desk
  const first = desk.say('Morning', 0, 'we begin')
  await record(desk.kept, first, { me: 1 }, 100)
  const half = parts.newId() as MeetingId
  parts.keeping.store.joinings.begin(half, parts.clock.now())
  await (await parts.keeping.recordings.create(half, ['me']))[Symbol.asyncDispose]()
  await clearUnfinishedMerges(parts)
  expect(await readdir(join(desk.data, 'recordings'))).toEqual([first])
  expect(parts.keeping.store.joinings.unfinished()).toEqual([])
  expect(await desk.api['meeting.list']({})).toHaveLength(1)
})
