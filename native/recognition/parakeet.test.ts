/** No Parakeet weights are small enough to come along: these are random, and everything but the words is tried with them. */
import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openRecognition } from './recognition.ts'
import { readSound, repeated, testModel } from './testing/sounds.ts'
import { type ParakeetShape, tinyParakeet } from './testing/tiny-parakeet.ts'

function setUp() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rtstt-parakeet-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const recognition = openRecognition({ gpuLibraries: [] })
  const load = async (bytes: Uint8Array = tinyParakeet()) => {
    const file = path.join(folder, 'model.bin')
    writeFileSync(file, bytes)
    return recognition.loadModel(file, { gpu: false })
  }
  const state = async () => (await load()).createState()
  return { recognition, load, state }
}

describe('a Parakeet model', () => {
  it('is described by what is in its file', async () => {
    const model = await setUp().load()
    expect(model).toMatchObject({ family: 'parakeet', kind: 'tdt', multilingual: false })
    expect(model.backend).toBe('CPU')
    expect((await setUp().load(tinyParakeet({ vocabulary: 2000 }))).multilingual).toBe(true)
  })

  it('answers with tokens that have probabilities, times on its grid of 80 ms, and spaces before words', async () => {
    const state = await setUp().state()
    const sound = readSound('four-sentences')
    const { segments, language, promptTokens, timings } = await state.decode(sound, {
      language: 'en',
      tokenTimes: true,
      prompt: 'Anna',
    })
    const tokens = segments.flatMap((segment) => segment.tokens)
    expect(tokens.length).toBeGreaterThan(10)
    expect(segments.map(({ text }) => text).join('')).toBe(tokens.map(({ text }) => text).join(''))
    expect(tokens.some(({ text }) => text.startsWith(' '))).toBe(true)
    expect(new Set(tokens.map(({ id }) => id)).size).toBeGreaterThan(1)
    const starts = tokens.map(({ startMs }) => startMs)
    expect(starts).toEqual(starts.toSorted((one, other) => one - other))
    for (const { probability, startMs, endMs } of tokens) {
      expect(probability).toBeGreaterThan(0)
      expect(probability).toBeLessThanOrEqual(1)
      expect(startMs % 80).toBe(0)
      expect(endMs).toBeGreaterThanOrEqual(startMs)
      expect(endMs).toBeLessThanOrEqual(sound.length / 16)
    }
    expect({ language, promptTokens }).toEqual({ language: 'en', promptTokens: [] })
    expect(timings.encodes).toBe(1)
    expect(timings.decodes).toBeGreaterThan(0)
  })

  it('says the same again, whatever was heard in between', async () => {
    const state = await setUp().state()
    const heard = async (name: string) =>
      (await state.decode(readSound(name))).segments.map(({ text, startMs }) => [startMs, text])
    const first = await heard('action')
    for (const name of ['question', 'silence-8s', 'words-40s']) await heard(name)
    expect(await heard('action')).toEqual(first)
  })

  it.each([1, 100, 1599, 1600, 7_999, 8_000, 8_001, 64_000])(
    'takes a sound of %i samples',
    async (length) => {
      const state = await setUp().state()
      const { segments } = await state.decode(readSound('action').subarray(0, length))
      for (const { endMs } of segments) expect(endMs).toBeLessThanOrEqual(length / 16 + 1)
    },
  )

  it('decodes side by side on shared weights, beside a Whisper model', async () => {
    const { load, recognition } = setUp()
    const model = await load()
    const whisper = await recognition.loadModel(testModel, { gpu: false })
    const states = await Promise.all([
      model.createState(),
      model.createState(),
      whisper.createState(),
    ])
    model.free()
    const [one, other, words] = await Promise.all(
      states.map((state) => state.decode(readSound('question'), { language: 'en' })),
    )
    expect(one?.segments).toEqual(other?.segments)
    expect(words?.segments[0]?.text).toContain('?')
    for (const state of states) state.free()
  })

  it('stops in the middle, and is ready for the next sound', async () => {
    const state = await setUp()
      .load(tinyParakeet({ width: 256, layers: 8, heads: 8 }))
      .then((model) => model.createState())
    const stop = new AbortController()
    const long = repeated(readSound('words-40s'), 8)
    const decoding = state.decode(long, { signal: stop.signal })
    setTimeout(() => stop.abort(), 20)
    expect(await decoding).toMatchObject({ aborted: true, segments: [] })
    const whole = await state.decode(readSound('question'))
    expect(whole.aborted).toBe(false)
    const stopped = await state.decode(long, { signal: AbortSignal.abort() })
    expect(stopped).toMatchObject({ aborted: true, segments: [] })
  })

  it('can be freed while it works', async () => {
    const { load } = setUp()
    const model = await load()
    const state = await model.createState()
    const decoding = state.decode(repeated(readSound('words-40s'), 4))
    state.free()
    model.free()
    expect((await decoding).aborted).toBe(true)
    await expect(state.decode(readSound('question'))).rejects.toMatchObject({ code: 'freed' })
  })
})

describe('a broken Parakeet file', () => {
  const whole = tinyParakeet()
  const broken = { code: 'model_broken', message: expect.stringContaining('rtstt models pull') }

  it.each([64, 70, 500, 2300, 6000, whole.length >> 1, whole.length - 1])(
    'is refused when it was cut off after %i bytes',
    async (length) => {
      const loading = setUp().load(whole.subarray(0, length))
      await expect(loading).rejects.toMatchObject(broken)
    },
  )

  it.each<[string, Partial<ParakeetShape>]>([
    ['heads that do not share its width', { heads: 3 }],
    ['an even kernel', { kernel: 4 }],
    ['other steps than three halvings', { subsampling: 4 }],
    ['mel bands that cannot be halved three times', { mels: 12 }],
    ['quantised weights that do not fill their rows', { fileType: 2, width: 30, heads: 2 }],
    ['weights of no known kind', { fileType: 99 }],
    ['durations that never end', { durations: [0, 1, -1] }],
    ['an odd transform', { fft: 65 }],
  ])('is refused with %s', async (_, changes) => {
    await expect(setUp().load(tinyParakeet(changes))).rejects.toMatchObject(broken)
  })

  it('is refused with something behind its end', async () => {
    const loading = setUp().load(Buffer.concat([whole, Buffer.from('more')]))
    await expect(loading).rejects.toMatchObject(broken)
  })

  it('never ends the process, whatever number is changed in it', async () => {
    const { load } = setUp()
    const sound = readSound('question').subarray(0, 16_000)
    const number = fc.oneof(fc.integer({ min: -2, max: 300 }), fc.integer())
    // The header, and the numbers between its parts.
    const place = fc.oneof(fc.integer({ min: 0, max: 17 }), fc.integer({ min: 18, max: 700 }))
    await fc.assert(
      fc.asyncProperty(place, number, async (at, value) => {
        const bytes = Buffer.from(whole)
        bytes.writeInt32LE(value, at * 4)
        const outcome = await load(bytes).then(
          async (model) => {
            const state = await model.createState()
            await state.decode(sound)
            state.free()
            model.free()
          },
          (error: unknown) => error,
        )
        if (outcome !== undefined) expect(outcome).toMatchObject({ code: 'model_broken' })
      }),
      { numRuns: 120 },
    )
  })
})
