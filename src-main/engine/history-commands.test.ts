import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EditEntry } from '#contract/edit.ts'
import type { MeetingId } from '#contract/ids.ts'
import { editedMeeting, editing, readBetter, spokenLines } from '../testing/edited-meeting.ts'
import type { Store } from './store/store.ts'
import { openStore } from './store/store.sqlite.ts'

const texts = (store: Store, id: MeetingId) => store.segments.ofMeeting(id).map(({ text }) => text)

describe('undoing', () => {
  it('survives a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rtstt-edit-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
    const path = join(folder, 'rtstt.sqlite')
    const { api, store, meetingId, of } = editedMeeting(openStore(path))
    await api['segment.edit']({ meetingId, segmentId: of(0), text: 'Good morning.' })
    await api['speaker.rename']({ meetingId, voice: { unnamedOn: 'me' }, name: 'Anna' })
    await api['edit.undo']({ meetingId })
    store[Symbol.dispose]()
    using again = openStore(path)
    const next = editing(again)
    expect(await next.api['edit.state']({ meetingId })).toMatchObject({
      undo: { what: 'written' },
      redo: { what: 'renamed' },
    })
    await next.api['edit.undo']({ meetingId })
    expect(texts(again, meetingId)[0]).toBe('good mourning all')
  })

  it('says so where the text was changed by something else, and keeps that', async () => {
    const { api, store, meetingId, of } = editedMeeting()
    const segmentId = of(0)
    await api['segment.edit']({ meetingId, segmentId, text: 'Good morning.' })
    await api['edit.undo']({ meetingId })
    const [first] = store.segments.ofMeeting(meetingId)
    if (!first) throw new Error('there are segments')
    readBetter(store, meetingId, first, 'good morning all')
    const redo = api['edit.redo']({ meetingId })
    await expect(redo).rejects.toMatchObject({ code: 'text_changed' })
    expect(texts(store, meetingId)[0]).toBe('good morning all')
  })

  it('ends with a new edit what could be made again, and the history still tells it', async () => {
    const { api, meetingId, of } = editedMeeting()
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
    const { api, store, meetingId, of } = editedMeeting()
    await api['segment.merge']({ meetingId, segmentIds: [of(0), of(2)] })
    await api['segment.edit']({ meetingId, segmentId: of(1), text: 'Later.' })
    await api['speaker.rename']({ meetingId, voice: { unnamedOn: 'me' }, name: 'Anna' })
    const history = await api['edit.list']({ meetingId, before: null, limit: 10 })
    const merged = history.find(({ what }) => what === 'merged')
    await api['edit.revert']({ meetingId, editId: merged?.id ?? 0 })
    const now = store.segments.ofMeeting(meetingId)
    expect(now).toHaveLength(8)
    expect(now.map(({ text }) => text).slice(0, 3)).toEqual([
      spokenLines[0],
      'Later.',
      spokenLines[1],
    ])
    expect(now.filter(({ track }) => track === 'me').map(({ speaker }) => speaker)).toEqual(
      Array.from({ length: 4 }, () => 'Anna'),
    )
    await api['edit.undo']({ meetingId })
    expect(store.segments.ofMeeting(meetingId)).toHaveLength(7)
  })

  it('may be the engine’s, which then stays as the person wants it', async () => {
    const { api, store, meetingId } = editedMeeting()
    const [first] = store.segments.ofMeeting(meetingId)
    if (!first) throw new Error('there are segments')
    readBetter(store, meetingId, first, 'could mourning all')
    const [entry] = await api['edit.list']({ meetingId, before: null, limit: 1 })
    expect(entry).toMatchObject({ author: 'model', what: 'refined', canRevert: true, state: null })
    await api['edit.revert']({ meetingId, editId: entry?.id ?? 0 })
    expect(texts(store, meetingId)[0]).toBe(first.text)
    expect(store.segments.written(meetingId)).toEqual(new Set([first.id]))
  })
})

it('text that came from a joined meeting is told as such', async () => {
  const { api, store, meetingId } = editedMeeting()
  const [first] = store.segments.ofMeeting(meetingId)
  if (!first) throw new Error('there are segments')
  store.segments.write(meetingId, first, 5)
  const [entry] = await api['edit.list']({ meetingId, before: null, limit: 1 })
  expect(entry).toMatchObject({ author: 'merge', what: 'written', canRevert: false })
})

type Act = readonly [kind: number, at: number, other: number]

/** Any edit, at any place; what makes no sense there is refused, and changes nothing. */
async function act(
  { api, store, meetingId }: ReturnType<typeof editedMeeting>,
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
      const world = editedMeeting()
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
