import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EditEntry, EditResult } from '#contract/edit.ts'
import { EngineEvent } from '#contract/events.ts'
import type { MeetingId, SegmentId } from '#contract/ids.ts'
import { Segment } from '#contract/transcript.ts'
import { editCommands } from './edit-commands.ts'
import { historyCommands } from './history-commands.ts'
import { speakerCommands } from './speaker-commands.ts'
import { begin, spoken, upTo } from './store/fixtures/spoken.ts'
import { REFINING } from './store/reader-positions.ts'
import type { Store } from './store/store.ts'
import { openStore } from './store/store.sqlite.ts'

const lines = ['good mourning all', 'we agreed two wait', 'okay then', 'Anna sends the report']

function setUp(store: Store = openStore(':memory:')) {
  const meetingId = begin(store)
  const tracks = ['me', 'them'] as const
  for (const [index, track] of tracks.entries()) {
    const kept = lines.map((text, at) => spoken(at * 2 + index, text, track))
    store.segments.commit(meetingId, kept, upTo(10, track))
  }
  return { ...over(store), meetingId, of: (at: number) => idAt(store, meetingId, at) }
}

function over(store: Store) {
  const told: EngineEvent[] = []
  const open = new Set<SegmentId>()
  let now = 100
  const work = {
    store,
    now: () => now++,
    newId: () => randomUUID(),
    isOpen: (id: SegmentId) => open.has(id),
    tell: (event: EngineEvent) => void told.push(EngineEvent.parse(event)),
  }
  const api = { ...editCommands(work), ...speakerCommands(work), ...historyCommands(work) }
  return { store, api, told, open }
}

function idAt(store: Store, meetingId: MeetingId, at: number): SegmentId {
  const segment = store.segments.ofMeeting(meetingId)[at]
  if (!segment) throw new Error(`there is no segment ${at}`)
  return segment.id
}

const texts = (store: Store, id: MeetingId) => store.segments.ofMeeting(id).map(({ text }) => text)

/** What a stronger reading does. */
function refine(store: Store, meetingId: MeetingId, before: Segment, text: string): void {
  const after = { ...before, text, status: 'final' as const }
  const advance = { track: before.track, reader: REFINING, toSample: 1 }
  const changes = [{ before: [before], after: [after] }]
  store.segments.revise(meetingId, { changes, settled: [] }, { advance, atMs: 5 })
}

describe('an edit', () => {
  it('is a person’s text from then on, and the engine’s again once it is undone', async () => {
    const { api, store, meetingId, of, told } = setUp()
    const before = store.segments.ofMeeting(meetingId)
    const segmentId = of(0)
    const edited = await api['segment.edit']({ meetingId, segmentId, text: 'Good morning, all.' })
    expect(edited).toMatchObject({ text: 'Good morning, all.', status: 'final' })
    expect(store.segments.written(meetingId)).toEqual(new Set([segmentId]))
    expect(told).toMatchObject([
      { type: 'segments.revised', removed: [], segments: [{ id: segmentId }] },
      { type: 'edits.changed', undo: { what: 'written' }, redo: null },
    ])
    await api['edit.undo']({ meetingId })
    expect(store.segments.ofMeeting(meetingId)).toEqual(before)
    expect(store.segments.written(meetingId)).toEqual(new Set())
    await api['edit.redo']({ meetingId })
    expect(store.segments.read(meetingId, segmentId)).toEqual(edited)
    expect(store.segments.written(meetingId)).toEqual(new Set([segmentId]))
  })

  it('that changes nothing leaves no trace', async () => {
    const { api, store, meetingId, of, told } = setUp()
    await api['segment.edit']({ meetingId, segmentId: of(4), text: 'okay then' })
    await api['segment.assign']({ meetingId, segmentIds: [of(0)], speaker: null })
    const sought = { find: 'nobody says this', matchCase: false, wholeWords: false }
    await api['text.replace']({ meetingId, ...sought, with: 'x' })
    expect(told).toEqual([])
    expect(store.revisions.ofMeeting(meetingId)).toEqual([])
    await expect(api['edit.undo']({ meetingId })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is refused while the sentence is still spoken', async () => {
    const { api, meetingId, of, open } = setUp()
    const segmentId = of(0)
    open.add(segmentId)
    const refused = { code: 'meeting_busy' }
    const edit = api['segment.edit']({ meetingId, segmentId, text: 'x' })
    await expect(edit).rejects.toMatchObject(refused)
    const at = { word: 1 }
    const split = api['segment.split']({ meetingId, segmentId, at, text: null })
    await expect(split).rejects.toMatchObject(refused)
    const sought = { find: 'mourning', matchCase: false, wholeWords: false }
    expect(await api['text.find']({ meetingId, ...sought })).toMatchObject({
      places: 2,
      leftOpen: 1,
      examples: [{ text: 'good mourning all', places: [{ from: 5, to: 13 }] }, {}],
    })
    expect(await api['text.replace']({ meetingId, ...sought, with: 'morning' })).toMatchObject({
      segments: 1,
      places: 1,
      left: 1,
    })
  })
})

describe('segments', () => {
  it('are divided with what was just written, as one step', async () => {
    const { api, store, meetingId, of } = setUp()
    const text = 'good morning to all'
    const parts = await api['segment.split']({
      meetingId,
      segmentId: of(0),
      at: { character: 12 },
      text,
    })
    expect(parts.map((part) => Segment.parse(part).text)).toEqual(['good morning', 'to all'])
    await api['edit.undo']({ meetingId })
    expect(texts(store, meetingId)[0]).toBe('good mourning all')
    expect(store.segments.ofMeeting(meetingId)).toHaveLength(8)
  })

  it('are joined only with their neighbour on the same track', async () => {
    const { api, store, meetingId, of } = setUp()
    // The tracks take turns: 0 and 2 are neighbours of one voice.
    const merged = await api['segment.merge']({ meetingId, segmentIds: [of(2), of(0)] })
    expect(merged).toMatchObject({ text: 'good mourning all we agreed two wait', startMs: 0 })
    expect(store.segments.ofMeeting(meetingId)).toHaveLength(7)
    const refused = { code: 'invalid_input' }
    const far = api['segment.merge']({ meetingId, segmentIds: [of(0), of(5)] })
    await expect(far).rejects.toMatchObject(refused)
    const other = api['segment.merge']({ meetingId, segmentIds: [of(0), of(1)] })
    await expect(other).rejects.toMatchObject(refused)
  })

  it('get a voice by name, here or everywhere', async () => {
    const { api, meetingId, of, told } = setUp()
    await api['segment.assign']({ meetingId, segmentIds: [of(1)], speaker: 'Zoë' })
    const rest = await api['speaker.rename']({
      meetingId,
      voice: { unnamedOn: 'them' },
      name: 'مريم',
    })
    expect(EditResult.parse(rest).segments).toBe(3)
    expect(told.filter(({ type }) => type === 'speakers.changed')).toHaveLength(2)
    const speakers = () => api['speaker.list']({ meetingId })
    expect(await speakers()).toMatchObject([
      { name: null, tracks: ['me'], segmentCount: 4, spokenMs: 4_000 },
      { name: 'Zoë', tracks: ['them'], segmentCount: 1 },
      { name: 'مريم', tracks: ['them'], segmentCount: 3 },
    ])
    await api['speaker.rename']({ meetingId, voice: { name: 'Zoë' }, name: 'مريم' })
    expect(await speakers()).toMatchObject([{ name: null }, { name: 'مريم', segmentCount: 4 }])
    const gone = api['speaker.rename']({ meetingId, voice: { name: 'Zoë' }, name: 'x' })
    await expect(gone).rejects.toMatchObject({ code: 'not_found' })
    for (let step = 0; step < 3; step++) await api['edit.undo']({ meetingId })
    expect(await speakers()).toMatchObject([{ name: null }, { name: null, segmentCount: 4 }])
  })
})

describe('undoing', () => {
  it('survives a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rtstt-edit-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
    const path = join(folder, 'rtstt.sqlite')
    const { api, store, meetingId, of } = setUp(openStore(path))
    await api['segment.edit']({ meetingId, segmentId: of(0), text: 'Good morning.' })
    await api['speaker.rename']({ meetingId, voice: { unnamedOn: 'me' }, name: 'Anna' })
    await api['edit.undo']({ meetingId })
    store[Symbol.dispose]()
    using again = openStore(path)
    const next = over(again)
    expect(await next.api['edit.state']({ meetingId })).toMatchObject({
      undo: { what: 'written' },
      redo: { what: 'renamed' },
    })
    await next.api['edit.undo']({ meetingId })
    expect(texts(again, meetingId)[0]).toBe('good mourning all')
  })

  it('says so where the text was changed by something else, and keeps that', async () => {
    const { api, store, meetingId, of } = setUp()
    const segmentId = of(0)
    await api['segment.edit']({ meetingId, segmentId, text: 'Good morning.' })
    await api['edit.undo']({ meetingId })
    const [first] = store.segments.ofMeeting(meetingId)
    if (!first) throw new Error('there are segments')
    refine(store, meetingId, first, 'good morning all')
    const redo = api['edit.redo']({ meetingId })
    await expect(redo).rejects.toMatchObject({ code: 'text_changed' })
    expect(texts(store, meetingId)[0]).toBe('good morning all')
  })

  it('ends with a new edit what could be made again, and the history still tells it', async () => {
    const { api, meetingId, of } = setUp()
    await api['segment.edit']({ meetingId, segmentId: of(0), text: 'One.' })
    await api['edit.undo']({ meetingId })
    await api['segment.edit']({ meetingId, segmentId: of(0), text: 'Two.' })
    await expect(api['edit.redo']({ meetingId })).rejects.toMatchObject({ code: 'not_found' })
    const history = await api['edit.list']({ meetingId, before: null, limit: 10 })
    expect(history.map((entry) => EditEntry.parse(entry))).toMatchObject([
      { what: 'written', state: 'done', canRevert: true, changes: [{ after: 'Two.' }] },
      { what: 'undone', state: null, of: history[2]?.id },
      { what: 'written', state: 'dropped', canRevert: false, changes: [{ after: 'One.' }] },
    ])
    const older = await api['edit.list']({ meetingId, before: history[1]?.id ?? null, limit: 10 })
    expect(older).toEqual([history[2]])
  })
})

describe('one entry of the history', () => {
  it('is taken back while later ones stay, with the voice that was named since', async () => {
    const { api, store, meetingId, of } = setUp()
    await api['segment.merge']({ meetingId, segmentIds: [of(0), of(2)] })
    await api['segment.edit']({ meetingId, segmentId: of(1), text: 'Later.' })
    await api['speaker.rename']({ meetingId, voice: { unnamedOn: 'me' }, name: 'Anna' })
    const history = await api['edit.list']({ meetingId, before: null, limit: 10 })
    const merged = history.find(({ what }) => what === 'merged')
    await api['edit.revert']({ meetingId, editId: merged?.id ?? 0 })
    const now = store.segments.ofMeeting(meetingId)
    expect(now).toHaveLength(8)
    expect(now.map(({ text }) => text).slice(0, 3)).toEqual([lines[0], 'Later.', lines[1]])
    expect(now.filter(({ track }) => track === 'me').map(({ speaker }) => speaker)).toEqual(
      Array.from({ length: 4 }, () => 'Anna'),
    )
    await api['edit.undo']({ meetingId })
    expect(store.segments.ofMeeting(meetingId)).toHaveLength(7)
  })

  it('may be the engine’s, which then stays as the person wants it', async () => {
    const { api, store, meetingId } = setUp()
    const [first] = store.segments.ofMeeting(meetingId)
    if (!first) throw new Error('there are segments')
    refine(store, meetingId, first, 'could mourning all')
    const [entry] = await api['edit.list']({ meetingId, before: null, limit: 1 })
    expect(entry).toMatchObject({ author: 'model', what: 'refined', canRevert: true, state: null })
    await api['edit.revert']({ meetingId, editId: entry?.id ?? 0 })
    expect(texts(store, meetingId)[0]).toBe(first.text)
    expect(store.segments.written(meetingId)).toEqual(new Set([first.id]))
  })
})

type Act = readonly [kind: number, at: number, other: number]

/** Any edit, at any place; what makes no sense there is refused, and changes nothing. */
async function act(
  { api, store, meetingId }: ReturnType<typeof setUp>,
  [kind, at, other]: Act,
): Promise<void> {
  const all = store.segments.ofMeeting(meetingId)
  const segment = all[at % all.length]
  if (!segment) return
  const segmentId = segment.id
  const mates = all.filter(({ track }) => track === segment.track)
  const next = mates[mates.indexOf(segment) + 1]
  const name = ['Anna', 'Zoë', null][other % 3] ?? null
  const sought = { find: ['we', 'a', 'OKAY'][other % 3] ?? 'a', matchCase: false }
  const ways = [
    () => api['segment.edit']({ meetingId, segmentId, text: `${segment.text} more ${other}` }),
    () => {
      const place = { character: 1 + (other % Math.max(1, segment.text.length)) }
      return api['segment.split']({ meetingId, segmentId, at: place, text: null })
    },
    () => api['segment.merge']({ meetingId, segmentIds: [segmentId, next?.id ?? segmentId] }),
    () => api['segment.assign']({ meetingId, segmentIds: [segmentId], speaker: name }),
    () => api['speaker.rename']({ meetingId, voice: { unnamedOn: segment.track }, name }),
    () => api['text.replace']({ meetingId, ...sought, wholeWords: other % 2 === 0, with: 'Zoë B' }),
    async () => {
      const entries = await api['edit.list']({ meetingId, before: null, limit: 20 })
      const one = entries.filter(({ canRevert }) => canRevert)[other % 3]
      return one && api['edit.revert']({ meetingId, editId: one.id })
    },
  ]
  await ways[kind % ways.length]?.().catch((error: unknown) => {
    expect(error).toMatchObject({ name: 'AppError' })
  })
}

it('any edits undone give the first text exactly, and made again the last', async () => {
  const acts = fc.array(fc.tuple(fc.nat(6), fc.nat(30), fc.nat(30)), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(acts, async (wanted) => {
      const world = setUp()
      const { api, store, meetingId } = world
      const read = () => store.segments.ofMeeting(meetingId)
      const states = [read()]
      for (const one of wanted) {
        await act(world, one)
        const now = read()
        if (JSON.stringify(now) !== JSON.stringify(states.at(-1))) states.push(now)
        expect(now.map(({ startMs }) => startMs)).toEqual(
          now.map(({ startMs }) => startMs).toSorted((a, b) => a - b),
        )
        for (const { words, text } of now)
          expect(words.map((word) => word.text).join(' ')).toBe(text)
      }
      for (const state of states.slice(0, -1).toReversed()) {
        await api['edit.undo']({ meetingId })
        expect(read()).toEqual(state)
      }
      await expect(api['edit.undo']({ meetingId })).rejects.toMatchObject({ code: 'not_found' })
      for (const state of states.slice(1)) {
        await api['edit.redo']({ meetingId })
        expect(read()).toEqual(state)
      }
      store[Symbol.dispose]()
    }),
    { numRuns: 40 },
  )
})
