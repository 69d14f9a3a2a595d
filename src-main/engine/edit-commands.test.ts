import { describe, expect, it } from 'vitest'
import { EditResult } from '#contract/edit.ts'
import type { MeetingId } from '#contract/ids.ts'
import { Segment } from '#contract/transcript.ts'
import { editedMeeting } from '../testing/edited-meeting.ts'
import type { Store } from './store/store.ts'

const texts = (store: Store, id: MeetingId) => store.segments.ofMeeting(id).map(({ text }) => text)

describe('an edit', () => {
  it('is a person’s text from then on, and the engine’s again once it is undone', async () => {
    const { api, store, meetingId, of, told } = editedMeeting()
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
    const { api, store, meetingId, of, told } = editedMeeting()
    await api['segment.edit']({ meetingId, segmentId: of(4), text: 'okay then' })
    await api['segment.assign']({ meetingId, segmentIds: [of(0)], speaker: null })
    const sought = { find: 'nobody says this', matchCase: false, wholeWords: false }
    await api['text.replace']({ meetingId, ...sought, with: 'x' })
    expect(told).toEqual([])
    expect(store.revisions.ofMeeting(meetingId)).toEqual([])
    await expect(api['edit.undo']({ meetingId })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is refused while the sentence is still spoken', async () => {
    const { api, meetingId, of, open } = editedMeeting()
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
    const { api, store, meetingId, of } = editedMeeting()
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
    const { api, store, meetingId, of } = editedMeeting()
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
    const { api, meetingId, of, told } = editedMeeting()
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
