import { describe, expect, it } from 'vitest'
import { followedMeetings, panel, textsOf } from '../testing/followed-meetings.ts'
import { begin, spoken, upTo } from './store/fixtures/spoken.ts'
import { openStore } from './store/store.sqlite.ts'

describe('a live meeting', () => {
  it('tells what matters as it is said, and keeps what it told', async () => {
    const { start, say, tick, events, store, stop, read } = followedMeetings()
    const id = start()
    say(id, spoken(0, 'Anna will send the report.'))
    tick()
    expect(textsOf(panel(events))).toEqual(['Anna will send the report.'])
    say(id, spoken(2, 'We decided to ship.'))
    stop(id)
    const { insights, understanding } = await read(id)
    expect(panel(events)).toEqual(expect.arrayContaining([...insights]))
    expect(store.insights.ofMeeting(id)).toEqual(insights)
    expect(understanding).toMatchObject({ model: null, readMs: 3000 })
    await expect.poll(() => store.insights.understanding(id)?.without).toMatch(/no language model/)
  })

  it('looks once for many changes, and rests in between', () => {
    const { start, say, tick, events, due } = followedMeetings()
    const id = start()
    for (let second = 0; second < 9; second += 1) say(id, spoken(second, `Anna will do ${second}.`))
    expect(due).toHaveLength(1)
    tick()
    expect(events.filter(({ type }) => type === 'insights.changed')).toHaveLength(1)
  })

  it('waits no longer because the clock was put back meanwhile', () => {
    const { start, say, tick, setClock, waitsMs } = followedMeetings()
    const id = start()
    setClock(7_200_000)
    say(id, spoken(0, 'Anna will send it.'))
    tick()
    setClock(0)
    say(id, spoken(5, 'Marco will call.'))
    expect(waitsMs.at(-1)).toBeLessThanOrEqual(60_000)
  })

  it('keeps the id of a sentence that grows', () => {
    const { start, say, tick, events } = followedMeetings()
    const id = start()
    const first = spoken(0, 'Anna will')
    say(id, first, true)
    tick()
    const [before] = panel(events)
    say(id, { ...first, text: 'Anna will send the report.', endMs: 2000 })
    tick()
    expect(panel(events)).toMatchObject([{ id: before?.id, text: 'Anna will send the report.' }])
  })
})

describe('what a person did', () => {
  it('flows, stays through corrections and a restart, and is told', async () => {
    const { api, start, say, stop, edit, tick, events, store, read } = followedMeetings()
    const meetingId = start()
    const segment = say(meetingId, spoken(0, 'Anna will sent the report.'))
    const other = say(meetingId, spoken(2, 'Marco will call.'))
    stop(meetingId)
    const [report, call] = (await read(meetingId)).insights
    if (!report || !call) throw new Error('nothing found')
    const change = { owner: 'Anna', done: true }
    const edited = await api['insight.edit']({ meetingId, insightId: report.id, change })
    expect(edited).toMatchObject({ author: 'person', ...change })
    expect(await api['insight.dismiss']({ meetingId, insightId: call.id })).toBeNull()
    edit(meetingId, segment, 'Anna will send the report.')
    edit(meetingId, other, 'Marco will call you.')
    tick()
    const after = [{ id: report.id, ...change, text: 'Anna will send the report.' }]
    expect((await read(meetingId)).insights).toMatchObject(after)
    expect(panel(events)).toMatchObject(after)
    const again = followedMeetings({ store })
    expect((await again.read(meetingId)).insights).toMatchObject(after)
    expect(
      (await again.api['insights.refresh']({ meetingId, model: 'none' })).insights,
    ).toMatchObject(after)
  })

  it('is refused where there is nothing of that kind, or not any more', async () => {
    const { api, start, say, stop, read } = followedMeetings()
    const meetingId = start()
    say(meetingId, spoken(0, 'We decided to ship.'))
    stop(meetingId)
    const insightId = (await read(meetingId)).insights[0]?.id
    if (!insightId) throw new Error('nothing found')
    const change = { done: true }
    await expect(api['insight.edit']({ meetingId, insightId, change })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await api['insight.dismiss']({ meetingId, insightId })
    await expect(api['insight.dismiss']({ meetingId, insightId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a meeting that nobody followed', () => {
  it('is understood when it is read, once', async () => {
    const { store, read, events } = followedMeetings()
    const id = begin(store)
    store.segments.commit(id, [spoken(0, 'Anna will send it.')], upTo(0))
    store.meetings.setState(id, 'done')
    const first = await read(id)
    expect(textsOf(first.insights)).toEqual(['Anna will send it.'])
    const told = events.length
    expect((await read(id)).insights).toEqual(first.insights)
    expect(events).toHaveLength(told)
  })

  it('is understood anew when another program has changed its text', async () => {
    const { store, read, start, say, stop } = followedMeetings()
    const id = start()
    const segment = say(id, spoken(0, 'Anna will send it.'))
    stop(id)
    const before = await read(id)
    await expect.poll(() => store.insights.understanding(id)?.without).toBeTruthy()
    store.segments.write(id, { ...segment, text: 'Anna will send it on Monday.' }, 0)
    const after = await read(id)
    expect(textsOf(after.insights)).toEqual(['Anna will send it on Monday.'])
    expect(after.insights[0]?.id).toBe(before.insights[0]?.id)
  })

  it('is understood also where nothing can be kept, and stays the same when it is read again', async () => {
    const store = openStore(':memory:')
    const id = begin(store)
    store.segments.commit(id, [spoken(0, 'Anna will send it.')], upTo(0))
    store.meetings.setState(id, 'done')
    const { read } = followedMeetings({ store: { ...store, readOnly: true } })
    const { insights } = await read(id)
    expect(textsOf(insights)).toEqual(['Anna will send it.'])
    expect((await read(id)).insights).toEqual(insights)
    expect(store.insights.known(id)).toEqual([])
  })

  it('leaves nothing when it is deleted', async () => {
    const { store, start, say, stop, insights } = followedMeetings()
    const id = start()
    say(id, spoken(0, 'Anna will send it.'))
    stop(id)
    store.meetings.delete(id)
    insights.note({ type: 'meeting.deleted', meetingId: id })
    expect(store.insights.known(id)).toEqual([])
    expect(store.insights.ofKind('action')).toEqual([])
  })
})

describe('across meetings', () => {
  it('carries open actions and standing decisions, and links a decision to the one that it changes', async () => {
    const { start, say, stop, read, api } = followedMeetings()
    const first = start('Weekly billing, 3 March', 0)
    say(first, spoken(0, 'We decided to use MySQL for billing.'))
    say(first, spoken(2, 'Anna will send the report.'))
    say(first, spoken(4, 'Marco will call the bank.'))
    stop(first)
    const [report, , decision] = (await read(first)).insights
    if (!report || !decision) throw new Error('nothing found')
    const edit = { meetingId: first, insightId: report.id, change: { done: true } }
    await api['insight.edit'](edit)
    const second = start('Weekly billing, 10 March', 1000)
    say(second, spoken(0, 'We use Postgres instead of MySQL.'))
    stop(second)
    expect((await read(second)).insights).toMatchObject([
      { changes: { meetingId: first, insightId: decision.id } },
    ])
    const meanwhile = await api['insights.carried']({ meetingId: second })
    expect(textsOf(meanwhile.actions.map(({ insight }) => insight))).toEqual([
      'Marco will call the bank.',
    ])
    expect(textsOf(meanwhile.decisions.map(({ insight }) => insight))).toEqual([
      'We decided to use MySQL for billing.',
    ])
    const third = start('Weekly billing', 2000)
    for (const meetingId of [third, null]) {
      const { decisions } = await api['insights.carried']({ meetingId })
      expect(textsOf(decisions.map(({ insight }) => insight))).toEqual([
        'We use Postgres instead of MySQL.',
      ])
    }
    const alone = start('Something else', 3000)
    expect(await api['insights.carried']({ meetingId: alone })).toEqual({
      actions: [],
      decisions: [],
    })
  })
})
