import { describe, expect, it } from 'vitest'
import { findAddon, openRecognition } from './recognition.ts'
import { runProgram } from './testing/programs.ts'
import { readSound, testModel, wordsOf } from './testing/sounds.ts'
import { wordErrors } from './testing/word-errors.ts'
import pins from './pins.json' with { type: 'json' }

async function setUp() {
  const recognition = openRecognition({ gpuLibraries: [] })
  const model = await recognition.loadModel(testModel, { gpu: false })
  const state = await model.createState()
  const textOf = async (name: string, options = {}) => {
    const { segments } = await state.decode(readSound(name), { language: 'en', ...options })
    return segments.map((segment) => segment.text).join('')
  }
  return { recognition, model, state, textOf }
}

it('finds the addon that the installation made', () => {
  expect(findAddon()).toHaveProperty('directory')
})

it('says in one sentence what is missing where there is no addon', () => {
  const open = () => openRecognition({ directory: import.meta.dirname })
  expect(open).toThrow(
    expect.objectContaining({
      code: 'recognition_missing',
      message: 'The speech addon is not built: run "npm install" again.',
    }),
  )
})

describe('the back ends', () => {
  it('name the pinned versions, a processor level and the processor', async () => {
    const { recognition } = await setUp()
    const { backends } = recognition
    expect(backends.ggmlVersion).toBe(pins.ggml.version)
    expect(backends.whisperVersion).toBe(pins.whisper.version)
    expect(backends.cpuLevel).toMatch(/^[a-z0-9]+$/)
    expect(backends.devices[0]).toMatchObject({ name: 'CPU', type: 'cpu' })
    expect(backends.devices[0]?.totalMemoryBytes).toBeGreaterThan(2 ** 30)
  })

  it('stay the same when the addon is opened again', () => {
    const first = openRecognition({ gpuLibraries: [] })
    expect(openRecognition({ gpuLibraries: [] }).backends).toEqual(first.backends)
  })

  it('report a library that cannot be used, and why', () => {
    const library = '/no/such/libggml-cuda.so'
    const { backends } = openRecognition({ gpuLibraries: [library] })
    expect(backends.unusable).toEqual([{ library, reason: expect.stringContaining(library) }])
  })

  it('end on the processor, and say so, when a GPU is wanted and none is there', async () => {
    const recognition = openRecognition()
    const hasGpu = recognition.backends.devices.some((device) => device.type.endsWith('gpu'))
    const model = await recognition.loadModel(testModel, { gpu: true })
    expect(model.backend === 'CPU').toBe(!hasGpu)
  })

  // Mesa's software Vulkan counts as a GPU only when it is named like this.
  it('name the GPU that holds the weights, and only then', async (context) => {
    const env = { ...process.env, GGML_VK_VISIBLE_DEVICES: '0' }
    const { code, messages } = await runProgram('load-on-gpu.program', [], env)
    expect(code).toBe(0)
    if (messages.length === 0) return context.skip('no GPU and no software Vulkan here')
    const { gpu, backends } = messages[0] as { gpu: string; backends: string[] }
    expect(backends).toEqual([gpu, 'CPU', 'CPU'])
  })
})

describe('the test model', () => {
  it('is described by what is in its file', async () => {
    const { model } = await setUp()
    expect(model).toMatchObject({ kind: 'tiny', multilingual: false, audioContext: 1500 })
    expect(model.backend).toBe('CPU')
  })

  it.each(['action', 'decision', 'question', 'four-sentences'])(
    'hears every word of the sample %s',
    async (name) => {
      const { textOf } = await setUp()
      expect(wordErrors(wordsOf(name), await textOf(name))).toBe(0)
    },
  )

  it('mistakes one word at most in speech with noise', async () => {
    const { textOf } = await setUp()
    const errors = wordErrors(wordsOf('speech-with-noise'), await textOf('speech-with-noise'))
    expect(errors).toBeLessThanOrEqual(1)
  })

  it.each(['silence-8s', 'noise-8s'])('hears nothing in %s', async (name) => {
    const { textOf } = await setUp()
    expect((await textOf(name)).trim()).toBe('')
  })

  it('hears a minute of two voices in one call, because earlier text is not fed back', async () => {
    const { textOf } = await setUp()
    expect(wordErrors(wordsOf('meeting-60s'), await textOf('meeting-60s'))).toBeLessThanOrEqual(1)
  })

  it('tells the same words whether their times are looked for or not', async () => {
    const { state } = await setUp()
    const sound = readSound('meeting-60s')
    const textWith = async (options: object) => {
      const { segments } = await state.decode(sound, { language: 'en', ...options })
      return segments.map(({ startMs, text }) => [startMs, text])
    }
    expect(await textWith({ tokenTimes: true })).toEqual(await textWith({ tokenTimes: false }))
  })

  it('has a time for every token, also without time marks, flash attention or one beam', async () => {
    const recognition = openRecognition({ gpuLibraries: [] })
    const model = await recognition.loadModel(testModel, { gpu: false, flashAttention: false })
    const state = await model.createState()
    for (const options of [{}, { timestamps: false }, { beam: 5 }, { audioContext: 1500 }]) {
      const asked = { language: 'en', tokenTimes: true, ...options }
      const { segments } = await state.decode(readSound('four-sentences'), asked)
      const tokens = segments.flatMap((segment) => segment.tokens)
      const times = tokens
        .filter(({ text }) => !text.startsWith('<|'))
        .map(({ startMs }) => startMs)
      expect(times.length).toBeGreaterThan(15)
      expect(Math.min(...times)).toBeGreaterThanOrEqual(0)
      expect(segments[0]?.startMs).toBeGreaterThanOrEqual(0)
    }
  })

  it.each([
    ['a reduced audio context', { audioContext: 512 }],
    ['five beams', { beam: 5 }],
    ['two threads', { threads: 2 }],
    ['a prompt', { prompt: 'Anna, Marco, Luca.' }],
    ['a prompt and text context', { prompt: 'Anna.', maxTextContext: 32 }],
    ['no time stamps', { timestamps: false, singleSegment: true }],
  ])('hears every word with %s', async (_, options) => {
    const { textOf } = await setUp()
    expect(wordErrors(wordsOf('action'), await textOf('action', options))).toBe(0)
  })

  it('gives times, probabilities and timings that fit the sound', async () => {
    const { state } = await setUp()
    const sound = readSound('four-sentences')
    const decoding = await state.decode(sound, { language: 'auto', tokenTimes: true })
    const lengthMs = sound.length / 16
    expect(decoding).toMatchObject({ language: 'en', aborted: false })
    expect(decoding.segments).toHaveLength(4)
    for (const segment of decoding.segments) {
      expect(segment.startMs).toBeLessThan(segment.endMs)
      expect(segment.endMs).toBeLessThanOrEqual(lengthMs)
      expect(segment.noSpeechProbability).toBeLessThan(0.5)
      expect(segment.averageLogProbability).toBeLessThan(0)
      expect(segment.averageLogProbability).toBeGreaterThan(-0.5)
      for (const token of segment.tokens) {
        expect(token.startMs).toBeGreaterThanOrEqual(0)
        expect(token.probability).toBeGreaterThan(0)
        expect(token.probability).toBeLessThanOrEqual(1)
        expect(token.startMs).toBeLessThanOrEqual(token.endMs)
        expect(token.endMs).toBeLessThanOrEqual(lengthMs)
      }
    }
    const starts = decoding.segments.flatMap(({ tokens }) => tokens.map(({ startMs }) => startMs))
    expect(starts).toEqual(starts.toSorted((one, other) => one - other))
    expect(decoding.timings.alignMs).toBeGreaterThan(0)
    expect(decoding.timings.encodes).toBe(1)
    expect(decoding.timings.encodeMs).toBeGreaterThan(1)
    expect(decoding.timings.decodes).toBeGreaterThan(10)
  })
})

describe('the prompt', () => {
  const seen = async (prompt: string) => {
    const { state } = await setUp()
    const { promptTokens } = await state.decode(readSound('question'), { language: 'en', prompt })
    return promptTokens
  }

  it('is in front of the decoder, word for word', async () => {
    const tokens = await seen(' Priya, Kubernetes, Marco.')
    expect(tokens.join('')).toBe(' Priya, Kubernetes, Marco.')
    expect(tokens).toContain(' Marco')
  })

  it('keeps its end where it is longer than half of the decoder', async () => {
    const names = Array.from({ length: 400 }, (_, index) => (index % 2 === 0 ? ' Anna' : ' Marco'))
    const tokens = await seen(`${names.join('')} Priya.`)
    expect(tokens).toHaveLength(223)
    expect(tokens.slice(-3).join('')).toContain('iya.')
  })

  it('is empty where nothing was asked for', async () => {
    expect(await seen('')).toEqual([])
  })
})

describe('a wrong call', () => {
  it('refuses what is not a Float32Array', async () => {
    const { state } = await setUp()
    const wrong = new Int16Array(1600) as unknown as Float32Array
    await expect(state.decode(wrong)).rejects.toThrow('Float32Array')
  })

  it('refuses an empty sound instead of saying the last one again', async () => {
    const { state } = await setUp()
    await state.decode(readSound('question'))
    await expect(state.decode(new Float32Array(0))).rejects.toThrow('no sound')
  })

  it('refuses an audio context that the sound does not fit into', async () => {
    const { state } = await setUp()
    const decoding = state.decode(readSound('four-sentences'), { audioContext: 64 })
    await expect(decoding).rejects.toThrow('speech would be lost')
  })

  it.each([
    [{ audioContext: 1501 }, 'audioContext'],
    [{ threads: 0 }, 'threads'],
  ])('refuses %o', async (options, complaint) => {
    const { state } = await setUp()
    await expect(state.decode(new Float32Array(1600), options)).rejects.toThrow(complaint)
  })
})
