import { expect, it } from 'vitest'
import type { Source } from '#contract/meeting.ts'
import { realEngine, sample } from './real-engine.ts'
import { watchDecodes, withManyLanguages } from './watch-decodes.ts'

const asked = {
  title: null,
  model: 'test-speech-en',
  stopAfterSilenceMs: null,
  finalPass: 'off',
  vocabulary: [],
} as const

function file(name: string, pace: 'real' | 'fast'): Source {
  return { kind: 'file', path: sample(name), pace, channels: 'mix' }
}

it('a model that knows only English is not begun with for another language', async () => {
  await using engine = await realEngine()
  const source = file('question.wav', 'fast')
  await expect(
    engine.api['meeting.start']({ ...asked, source, language: 'it' }),
  ).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringContaining('knows only English'),
  })
  expect(engine.events).toEqual([])
  expect(await engine.api['meeting.list']({})).toEqual([])
})

it('what is spoken may be changed while a meeting is live, and counts from then on', async () => {
  const { requests, adapt } = watchDecodes()
  await using engine = await realEngine({ adapt: (parts) => adapt(withManyLanguages(parts)) })
  const source = file('four-sentences.wav', 'real')
  const { id: meetingId } = await engine.api['meeting.start']({ ...asked, source, language: 'en' })
  await engine.heard('segment.committed')
  const changed = await engine.api['meeting.setLanguage']({ meetingId, language: 'it' })
  expect(changed).toMatchObject({ id: meetingId, language: 'it' })
  expect((await engine.heard('meeting.changed')).meeting.language).toBe('it')
  await engine.heard('meeting.stopped')
  expect(requests.at(0)?.language).toBe('en')
  expect(requests.at(-1)?.language).toBe('it')
  expect((await engine.api['meeting.read']({ meetingId })).language).toBe('it')
  await expect(
    engine.api['meeting.setLanguage']({ meetingId, language: 'en' }),
  ).rejects.toMatchObject({ code: 'not_listening' })
})

it('a live meeting is not changed to a language that its model does not know', async () => {
  await using engine = await realEngine()
  const source = file('four-sentences.wav', 'real')
  const { id: meetingId } = await engine.api['meeting.start']({ ...asked, source, language: 'en' })
  await expect(
    engine.api['meeting.setLanguage']({ meetingId, language: 'it' }),
  ).rejects.toMatchObject({ code: 'invalid_input' })
  expect((await engine.api['meeting.stop']({ meetingId })).language).toBe('en')
})

it('who shows the language of a meeting is told when the first speech has settled it', async () => {
  await using engine = await realEngine()
  const source = file('question.wav', 'fast')
  await engine.api['meeting.start']({ ...asked, source, language: 'auto' })
  expect((await engine.heard('meeting.changed')).meeting.language).toBe('en')
  await engine.heard('meeting.stopped')
  expect(engine.events.filter(({ type }) => type === 'meeting.changed')).toHaveLength(1)
})

it('text that does not look like the chosen language is warned of, once', async () => {
  await using engine = await realEngine({ adapt: withManyLanguages })
  const { title, model, vocabulary } = asked
  const path = sample('meeting-60s.wav')
  const wishes = { title, model, vocabulary, channels: 'mix', keep: false } as const
  await engine.api['meeting.transcribe']({ ...wishes, path, language: 'it' })
  const warning = await engine.heard('meeting.warned')
  expect(warning).toMatchObject({ code: 'language_mismatch', name: 'en', over: false })
  expect(warning.message).toMatch(/looks like English, not like Italian/)
  expect(engine.events.filter(({ type }) => type === 'meeting.warned')).toHaveLength(1)
})
