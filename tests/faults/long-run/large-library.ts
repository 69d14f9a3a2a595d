/** A thousand meetings in the library: the program starts, lists, searches, records and removes as if there were few. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeMeetings, makeVocabulary, randomFrom } from '../../../bench/search-corpus.ts'
import type { Parts } from '#engine/parts.ts'
import { RECOGNITION } from '#engine/store/reader-positions.ts'
import type { Store } from '#engine/store/store.ts'
import { plainMeeting } from '../../../src-main/testing/plain-meeting.ts'
import { realEngine, sample } from '../../../src-main/testing/real-engine.ts'
import { anywhere } from '#contract/ask.ts'
import type { Row, Trial } from '../fault.ts'

const count = 1_000
const startMs = 1_000
const listMs = 500
const findMs = 500
const mostMb = 200

export async function largeLibrary({ long, seed, say }: Trial): Promise<Row[]> {
  const data = await mkdtemp(join(tmpdir(), 'rtstt-library-'))
  try {
    await opened(join(data, 'empty'))
    const empty = await opened(join(data, 'empty'))
    const full = join(data, 'full')
    await fill(full, seed, long ? 500 : 20)
    const began = await opened(full)
    say(`starts in ${began.toFixed(0)} ms, with nothing in it in ${empty.toFixed(0)} ms`)
    const rows = [row('library: start with 1,000 meetings', began - empty, startMs)]
    await using engine = await realEngine({ dataFolder: full })
    const listed = await timed(() => engine.api['meeting.list']({}))
    rows.push(row('library: list of 1,000 meetings', listed, listMs))

    const found = await timed(() =>
      engine.api['search.find']({ query: 'budget report', filters: anywhere, limit: 50 }),
    )
    rows.push(row('library: search in 1,000 meetings', found, findMs))
    const source = {
      kind: 'file',
      path: sample('four-sentences.wav'),
      pace: 'fast',
      channels: 'mix',
    } as const
    await engine.api['meeting.start']({ ...plainMeeting, source })
    // While that is read, a rule removes a third of all meetings.
    const removedAt = performance.now()
    await engine.api['settings.change']({ keepMeetingsDays: 30 })
    const { meeting } = await engine.heard('meeting.stopped')
    await engine.heard('retention.applied')
    const removing = performance.now() - removedAt
    const megabytes = process.memoryUsage().heapUsed / 1e6
    say(
      `list ${listed.toFixed(0)} ms, search ${found.toFixed(0)} ms, rule ${removing.toFixed(0)} ms, heap ${megabytes.toFixed(0)} MB`,
    )
    rows.push({
      fault: 'library: a meeting while a rule removes hundreds',
      tried: 1,
      recoveredMs: { value: removing, atMost: 30_000 },
      lost: { value: meeting.unreadMs, atMost: 0, unit: 'ms of sound' },
      broken: [
        ...(megabytes > mostMb ? [`The engine holds ${megabytes.toFixed(0)} MB.`] : []),
        ...(meeting.state === 'done' ? [] : ['The meeting was not read to its end.']),
      ],
    })
    return rows
  } finally {
    await rm(data, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function opened(dataFolder: string): Promise<number> {
  return timed(async () => (await realEngine({ dataFolder }))[Symbol.asyncDispose]())
}

async function fill(folder: string, seed: number, segments: number): Promise<void> {
  const random = randomFrom(seed)
  const words = makeVocabulary(random, 5_000)
  let parts: Parts | null = null
  await using _engine = await realEngine({ dataFolder: folder, adapt: (real) => (parts = real) })
  const { store } = (parts as unknown as Parts).keeping
  store.transaction(() => {
    for (const meeting of makeMeetings(random, words, { meetings: count, segments }))
      add(store, meeting)
  })
}

function add(
  store: Store,
  {
    id,
    title,
    startedAtMs,
    segments,
  }: ReturnType<typeof makeMeetings> extends Generator<infer One> ? One : never,
): void {
  const tracks = ['me', 'them'] as const
  const rest = { language: 'en', model: 'bench', tracks, source: null, vocabulary: [] }
  store.meetings.create({ id, title, startedAtMs, ...rest })
  for (const track of tracks) {
    const own = segments.filter((segment) => segment.track === track)
    const toSample = (segments.at(-1)?.endMs ?? 0) * 16
    store.meetings.grow(id, track, toSample)
    store.segments.commit(id, own, { track, reader: RECOGNITION, toSample })
  }
  store.meetings.setState(id, 'done')
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function row(fault: string, value: number, atMost: number): Row {
  return {
    fault,
    tried: 1,
    recoveredMs: { value: Math.max(0, value), atMost },
    lost: null,
    broken: [],
  }
}
