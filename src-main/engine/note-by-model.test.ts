import { describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors.ts'
import { followedMeetings, panel, withModel } from '../testing/followed-meetings.ts'
import { lying, numberedLines, type Script } from '../testing/scripted-language-model.ts'
import { spoken } from './store/fixtures/spoken.ts'

describe('with a language model', () => {
  const noting: Script = ({ prompt }) => {
    const lines = numberedLines(prompt).filter(({ text }) => text.includes('report'))
    const actions = lines.map(({ number }) => {
      return { text: 'Send the report', owner: 'Anna', due: null, lines: [number] }
    })
    return { actions, decisions: [], questions: [] }
  }

  it('what it noted takes the place of what rules found there, under the same id, and nothing else goes', async () => {
    const { start, say, stop, read, events, store } = followedMeetings({
      choice: withModel,
      script: noting,
    })
    const id = start()
    say(id, spoken(0, 'Anna will send the report.'))
    say(id, spoken(2, 'Marco will call the bank.'))
    stop(id)
    const before = panel(events).find((one) => 'text' in one && one.text.includes('report'))
    await expect.poll(() => store.insights.understanding(id)?.model).toBe('tiny')
    const { insights, understanding } = await read(id)
    expect(insights).toMatchObject([
      { id: before?.id, author: 'model', text: 'Send the report', owner: 'Anna' },
      { author: 'rules', text: 'Marco will call the bank.' },
    ])
    expect(understanding).toMatchObject({ model: 'tiny', without: null, dropped: 0 })
  })

  it('is asked once for each minute while people talk, and only of what it has not read', async () => {
    const { start, say, tick, languageModel, read } = followedMeetings({
      choice: withModel,
      script: noting,
    })
    const id = start()
    for (let second = 0; second < 120; second += 5) {
      say(id, spoken(second, `Anna will send report ${second}.`))
      tick()
      await read(id)
    }
    await expect.poll(() => languageModel.requests.length).toBe(1)
    const [first] = languageModel.requests
    expect(numberedLines(first?.prompt ?? '')).toHaveLength(13)
  })

  it('reads a corrected sentence again', async () => {
    const wishes = { choice: withModel, script: noting }
    const { start, say, stop, edit, tick, languageModel, store } = followedMeetings(wishes)
    const id = start()
    say(id, spoken(0, 'Marco will call the bank.'))
    const segment = say(id, spoken(2, 'Anna will send the rapport.'))
    stop(id)
    await expect.poll(() => store.insights.understanding(id)?.model).toBe('tiny')
    edit(id, segment, 'Anna will send the report.')
    tick()
    await expect
      .poll(() => store.insights.ofMeeting(id).map(({ author }) => author))
      .toEqual(['rules', 'model'])
    expect(languageModel.requests.at(-1)?.prompt).toMatch(
      /what the lines 3 to 3 say|what the lines 1 to 1 say/,
    )
  })

  it('loses what a corrected text does not bear out any more', async () => {
    const { start, say, stop, edit, tick, read, store } = followedMeetings({
      choice: withModel,
      script: noting,
    })
    const id = start()
    const segment = say(id, spoken(0, 'Anna will send the report.'))
    stop(id)
    await expect.poll(() => store.insights.understanding(id)?.model).toBe('tiny')
    edit(id, segment, 'Hanna will send the report.')
    tick()
    expect((await read(id)).insights).toMatchObject([{ text: 'Send the report', owner: null }])
  })

  it('shows nothing that a lying one says, and counts it', async () => {
    const { start, say, stop, read, store } = followedMeetings({ choice: withModel, script: lying })
    const id = start()
    say(id, spoken(0, 'Anna will send the report.'))
    stop(id)
    await expect.poll(() => store.insights.understanding(id)?.model).toBe('tiny')
    const { insights, understanding } = await read(id)
    expect(insights).toMatchObject([{ author: 'rules', text: 'Anna will send the report.' }])
    expect(understanding.dropped).toBeGreaterThan(0)
  })

  it('says why when it fails, and the rules go on', async () => {
    const script: Script = () => {
      throw new AppError('worker_crashed', 'The language model stopped working.')
    }
    const { start, say, stop, store, read, api } = followedMeetings({ choice: withModel, script })
    const meetingId = start()
    say(meetingId, spoken(0, 'Anna will send the report.'))
    stop(meetingId)
    const why = 'The language model stopped working.'
    await expect.poll(() => store.insights.understanding(meetingId)?.without).toBe(why)
    expect((await read(meetingId)).insights).toMatchObject([{ author: 'rules' }])
    const refreshed = await api['insights.refresh']({ meetingId, model: null })
    expect(refreshed).toMatchObject({ understanding: { model: null, without: why } })
  })

  it('loses nothing of what was noted when it fails to do it anew', async () => {
    let fails = false
    const script: Script = (request, signal) => {
      if (fails) throw new AppError('worker_crashed', 'The language model stopped working.')
      return noting(request, signal)
    }
    const { start, say, stop, store, api } = followedMeetings({ choice: withModel, script })
    const meetingId = start()
    say(meetingId, spoken(0, 'Anna will send the report.'))
    stop(meetingId)
    await expect.poll(() => store.insights.understanding(meetingId)?.model).toBe('tiny')
    const before = store.insights.ofMeeting(meetingId)
    const again = await api['insights.refresh']({ meetingId, model: null })
    expect(again.insights).toEqual(before)
    fails = true
    const { insights, understanding } = await api['insights.refresh']({ meetingId, model: null })
    expect(insights).toEqual(before)
    expect(understanding.without).toBe('The language model stopped working.')
  })

  it('is done without when that is asked for', async () => {
    const { start, say, stop, store, api } = followedMeetings({ choice: withModel, script: noting })
    const meetingId = start()
    say(meetingId, spoken(0, 'Anna will send the report.'))
    stop(meetingId)
    await expect.poll(() => store.insights.understanding(meetingId)?.model).toBe('tiny')
    const { insights, understanding } = await api['insights.refresh']({ meetingId, model: 'none' })
    expect(insights).toMatchObject([{ author: 'rules', text: 'Anna will send the report.' }])
    expect(understanding).toMatchObject({ model: null, without: 'None was asked.' })
  })
})
