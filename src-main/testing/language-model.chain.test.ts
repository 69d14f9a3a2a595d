import { expect, it, vi } from 'vitest'
import { meetingOver } from './live-meeting.ts'
import { realEngine, sample } from './real-engine.ts'
import { scriptedSource, spokenOn } from './scripted-source.ts'
import { tinyEmbeddingModel, tinyLanguageModel } from './tiny-language.ts'

it('tries the models of this machine and reports what they are and how fast', async () => {
  await using engine = await realEngine()
  expect((await engine.api['system.describe']({})).language).toMatchObject({
    available: false,
    library: expect.stringMatching(/^node-llama-cpp /),
    problem: expect.stringMatching(/\w/),
  })
  await engine.api['model.add']({ path: tinyLanguageModel() })
  await engine.api['model.add']({ path: tinyEmbeddingModel() })
  const { language } = await engine.api['system.describe']({})
  expect(language).toMatchObject({ available: true, problem: null })
  expect(language.model).toMatchObject({ gpuLayers: 0, layers: 3 })
  expect(language.model?.tokensPerSecond).toBeGreaterThan(0)
  expect(language.embedding?.promptTokensPerSecond).toBeGreaterThan(0)
})

it('holds the language model while live text is late, and lets it go on when the meeting is over', async () => {
  const hold = vi.fn<(held: boolean) => void>()
  const source = scriptedSource()
  await using meeting = await meetingOver(source, null, {
    adapt: (parts) => ({ ...parts, languageModel: { ...parts.languageModel, hold } }),
  })
  // Sound of many seconds at once: no machine has its text within 1.5 s of it.
  source.tell(...(await spokenOn('me', sample('meeting-60s.wav'))))
  await vi.waitFor(() => expect(hold).toHaveBeenCalledWith(true), { timeout: 60_000 })
  await meeting.engine.api['meeting.stop']({ meetingId: meeting.meetingId })
  await vi.waitFor(() => expect(hold).toHaveBeenLastCalledWith(false))
})
