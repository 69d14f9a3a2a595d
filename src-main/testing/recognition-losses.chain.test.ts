import { copyFileSync, renameSync, utimesSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { AssembleOptions } from '../assemble.ts'
import { type Fault, faultyRecognition, harmless } from './faulty-recognition.ts'
import { type RealEngine, realEngine, sample } from './real-engine.ts'
import { quiet, type ScriptedSource, scriptedSource, spokenOn } from './scripted-source.ts'
import { plainMeeting } from './plain-meeting.ts'

const testModel = fileURLToPath(
  new URL('../../models/test-speech/rtstt-test-en.bin', import.meta.url),
)

type Spawn = NonNullable<AssembleOptions['spawnRecognition']>

async function temporaryFolder() {
  const path = await mkdtemp(join(tmpdir(), 'rtstt-test-'))
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }),
  }
}

/** A live meeting over a file, from its start to its end. */
async function meetingOver(engine: RealEngine, name: string) {
  const source = { kind: 'file', path: sample(name), pace: 'fast', channels: 'mix' } as const
  const { id: meetingId } = await engine.api['meeting.start']({ ...plainMeeting, source })
  const { meeting } = await engine.heard('meeting.stopped')
  const { segments } = await engine.api['meeting.read']({ meetingId })
  const text = segments.map((segment) => segment.text).join(' ')
  return { meetingId, meeting, lengthMs: meeting.durationMs, segments, text }
}

function warningsOf(engine: RealEngine): string[] {
  return engine.events.flatMap((event) =>
    event.type === 'meeting.warned' ? [`${event.code}${event.over ? ' over' : ''}`] : [],
  )
}

const undisturbed = (async () => {
  await using engine = await realEngine()
  return await meetingOver(engine, 'four-sentences.wav')
})()

describe('a meeting whose recognition process', () => {
  beforeEach(() => void vi.stubEnv('RTSTT_BACKEND', 'vulkan:0'))
  afterEach(() => vi.unstubAllEnvs())

  async function playWith(faults: Fault | readonly Fault[]) {
    const { spawn, started } = faultyRecognition(faults)
    const wholeMs = (): number => (started.at(-1) === 'cpu' ? 600_000 : 3_000)
    const patience = { of: () => ({ wholeMs: wholeMs(), afterAbortMs: 3_000 }), took: () => {} }
    await using engine = await realEngine({ spawnRecognition: spawn, patience })
    const heard = await meetingOver(engine, 'four-sentences.wav')
    return { ...heard, started, warnings: warningsOf(engine), whole: await undisturbed }
  }

  it('is killed at every second decode has all of its text, once', async () => {
    vi.stubEnv('RTSTT_BACKEND', 'cpu')
    const { text, whole, segments, meeting, started, warnings } = await playWith({
      does: 'die',
      when: 2,
      on: 'all',
    })
    expect(text).toBe(whole.text)
    expect(new Set(segments.map(({ id }) => id)).size).toBe(segments.length)
    expect(meeting).toMatchObject({ state: 'done', unreadMs: 0 })
    expect(started.length).toBeGreaterThan(2)
    expect(warnings).toEqual([])
  })

  it.each([
    ['dies', { does: 'die', when: 1, on: 'vulkan' }, 2],
    ['answers nonsense', { does: 'babble', when: 1, on: 'vulkan' }, 2],
    ['hangs', { does: 'hang', when: 1, on: 'vulkan' }, 2],
    ['has too little memory for the model', { does: 'refuse', when: 'loading', on: 'vulkan' }, 1],
  ] as const)('%s on a card goes on on the processor, and says so', async (_, fault, tries) => {
    const { text, whole, meeting, started, warnings } = await playWith(fault)
    expect(text).toBe(whole.text)
    expect(meeting).toMatchObject({ state: 'done', unreadMs: 0 })
    expect(started).toEqual([...Array.from({ length: tries }, () => 'vulkan:0'), 'cpu'])
    expect(warnings).toEqual(['backend_left'])
  })

  it('dies whatever is tried is recorded whole, and read later', async () => {
    await using folder = await temporaryFolder()
    const { spawn } = faultyRecognition({ does: 'die', when: 1, on: 'all' })
    await using broken = await realEngine({ spawnRecognition: spawn, dataFolder: folder.path })
    const { meetingId, meeting, text } = await meetingOver(broken, 'four-sentences.wav')
    expect(text).toBe('')
    expect(meeting).toMatchObject({
      state: 'interrupted',
      durationMs: (await undisturbed).lengthMs,
    })
    expect(warningsOf(broken)).toContain('worker_crashed')
    await broken[Symbol.asyncDispose]()

    await using mended = await realEngine({ dataFolder: folder.path })
    const finished = await mended.api['meeting.finish']({ meetingId, model: null })
    expect(finished).toMatchObject({ state: 'done', unreadMs: 0 })
    const { segments } = await mended.api['meeting.read']({ meetingId })
    expect(segments.map((segment) => segment.text).join(' ')).toBe((await undisturbed).text)
  })
})

describe('a model whose file changes while its meeting is heard', () => {
  it('is asked for again until it is back, and then nothing is missing', async () => {
    await using folder = await temporaryFolder()
    const modelPath = join(folder.path, 'model.bin')
    copyFileSync(testModel, modelPath)
    const { spawn, kill } = faultyRecognition(harmless)
    const source = scriptedSource(['mix'])
    await using engine = await playing(source, spawn)
    const { id: meetingId } = await startWith(engine, modelPath)
    const speech = await spokenOn('mix', sample('question.wav'))
    source.tell(...speech, quiet('mix', 2))
    await engine.heard('segment.committed')

    // Windows keeps a file from being deleted while it is read; afterwards it is as gone there.
    renameSync(modelPath, `${modelPath}.away`)
    kill()
    source.tell(...speech, quiet('mix', 2))
    const { message } = await engine.heard('meeting.warned', ({ code }) => code === 'text_stopped')
    expect(message).toContain('is gone')
    renameSync(`${modelPath}.away`, modelPath)
    await engine.heard('meeting.warned', ({ code, over }) => code === 'text_stopped' && over)
    source.stop()
    const { meeting } = await engine.heard('meeting.stopped')
    expect(meeting).toMatchObject({ state: 'done', unreadMs: 0 })
    const { segments } = await engine.api['meeting.read']({ meetingId })
    const texts = segments.map(({ text }) => text)
    expect(texts.slice(texts.length / 2)).toEqual(texts.slice(0, texts.length / 2))
  })

  it('is told of when another one took its place, and text goes on', async () => {
    await using folder = await temporaryFolder()
    const modelPath = join(folder.path, 'model.bin')
    copyFileSync(testModel, modelPath)
    const { spawn, kill } = faultyRecognition(harmless)
    const source = scriptedSource(['mix'])
    await using engine = await playing(source, spawn)
    await startWith(engine, modelPath)
    const speech = await spokenOn('mix', sample('question.wav'))
    source.tell(...speech, quiet('mix', 2))
    await engine.heard('segment.committed')

    utimesSync(modelPath, 1, 1)
    kill()
    source.tell(...speech, quiet('mix', 2))
    source.stop()
    const { meeting } = await engine.heard('meeting.stopped')
    expect(meeting).toMatchObject({ state: 'done', unreadMs: 0 })
    expect(warningsOf(engine)).toEqual(['model_changed'])
  })

  function playing(source: ScriptedSource, spawnRecognition: Spawn) {
    const devices = { list: async () => [], watch: () => () => {} }
    const sound = { devices, openSource: async () => source }
    return realEngine({ sound, spawnRecognition })
  }

  function startWith(engine: RealEngine, model: string) {
    const source = { kind: 'file', path: 'played', pace: 'real', channels: 'mix' } as const
    return engine.api['meeting.start']({ ...plainMeeting, model, source })
  }
})
