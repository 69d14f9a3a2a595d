import { expect, it } from 'vitest'
import { realEngine, sample } from './real-engine.ts'
import { watchDecodes } from './watch-decodes.ts'

const asked = {
  title: null,
  model: 'test-speech-en',
  language: 'en',
  vocabulary: ['billing system', 'Omar'],
} as const

const wholeFile = { ...asked, channels: 'mix', keep: true } as const

it('the decoder is given the terms of the meeting and then those of the user, also where nothing is kept', async () => {
  const { requests, decodings, adapt } = watchDecodes()
  await using engine = await realEngine({ adapt })
  await engine.api['vocabulary.change']({ kind: 'add', terms: ['Priya', 'omar'] })
  expect(await engine.heard('vocabulary.changed')).toMatchObject({ terms: ['Priya', 'omar'] })
  await engine.api['meeting.transcribe']({
    ...wholeFile,
    path: sample('question.wav'),
    keep: false,
  })
  expect(requests.at(0)?.prompt).toBe(' billing system, Omar, Priya.')
  // What the model itself took in, by tokens of its own.
  expect(decodings.at(0)?.promptTokens.join('')).toContain(' billing system, Omar, Priya.')
})

it('terms that are added while a meeting is read are expected from the next decode on', async () => {
  let add = (): void => {}
  const { requests, adapt } = watchDecodes(() => add())
  await using engine = await realEngine({ adapt })
  add = () => {
    add = () => {}
    void engine.api['vocabulary.change']({ kind: 'add', terms: ['Priya'] })
  }
  const path = sample('meeting-60s.wav')
  await engine.api['meeting.transcribe']({ ...wholeFile, path, vocabulary: [] })
  expect(requests.at(0)?.prompt).toBe('')
  expect(requests.at(-1)?.prompt).toBe(' Priya.')
})

it('what is left of an interrupted meeting is read with the terms it was begun with', async () => {
  let stop = (): void => {}
  const { requests, adapt } = watchDecodes(() => stop())
  await using engine = await realEngine({ adapt })
  stop = () => {
    const started = engine.events.find((event) => event.type === 'meeting.started')
    if (started) void engine.api['meeting.stop']({ meetingId: started.meeting.id })
  }
  const cut = engine.api['meeting.transcribe']({ ...wholeFile, path: sample('meeting-60s.wav') })
  await expect(cut).rejects.toMatchObject({ code: 'cancelled' })
  stop = () => {}
  const { meeting } = await engine.heard('meeting.stopped')
  expect(meeting.state).toBe('interrupted')
  const before = requests.length
  await engine.api['meeting.finish']({ meetingId: meeting.id, model: null })
  const rest = requests.slice(before)
  expect(rest.length).toBeGreaterThan(0)
  for (const { prompt } of rest)
    expect(prompt).toMatch(/^ (billing system, Omar|Omar, billing system)\./)
})
