import { readFileSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anywhere } from '#contract/ask.ts'
import { wholeExport } from './whole-export.ts'
import { realEngine, sample } from './real-engine.ts'
import { wordErrorRate, wordErrors } from './word-errors.ts'

const model = 'test-speech-en'
const asked = {
  title: null,
  model,
  language: 'auto',
  channels: 'mix',
  keep: true,
  vocabulary: [],
} as const

async function setUp() {
  const engine = await realEngine()
  const transcribe = (name: string, wishes: Partial<typeof asked> | { keep: false } = {}) =>
    engine.api['meeting.transcribe']({ ...asked, ...wishes, path: sample(name) })
  return {
    ...engine,
    transcribe,
    [Symbol.asyncDispose]: () => engine[Symbol.asyncDispose](),
  }
}

async function scratchFolders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('rtstt-scratch-'))
}

describe('a file becomes a meeting', () => {
  it('with the words that were said', async () => {
    await using engine = await setUp()
    const errors = []
    for (const name of ['question', 'decision', 'action', 'four-sentences', 'meeting-60s']) {
      const { segments } = await engine.transcribe(`${name}.wav`)
      const said = readFileSync(sample(`${name}.txt`), 'utf8')
      errors.push(wordErrors(said, segments.map(({ text }) => text).join(' ')))
    }
    expect(wordErrorRate(errors)).toBeLessThan(0.01)
  })

  it('with times near those of the reference', async () => {
    await using engine = await setUp()
    const { segments, durationMs } = await engine.transcribe('meeting-60s.wav')
    const reference = JSON.parse(
      readFileSync(sample('meeting-60s.json'), 'utf8'),
    ) as ReadonlyArray<{
      start: number
      end: number
    }>
    expect(segments).toHaveLength(reference.length)
    const off = segments.map(({ startMs }, i) =>
      Math.abs(startMs - 1000 * (reference[i]?.start ?? 0)),
    )
    expect(off.toSorted((a, b) => a - b)[Math.floor(off.length / 2)]).toBeLessThan(200)
    expect(Math.max(...off)).toBeLessThan(1000)
    for (const { startMs, endMs, words } of segments) {
      expect(endMs).toBeLessThanOrEqual(durationMs)
      expect(words.length).toBeGreaterThan(0)
      for (const word of words) {
        expect(word.startMs).toBeGreaterThanOrEqual(startMs)
        expect(word.endMs).toBeLessThanOrEqual(endMs)
        expect(word.confidence).toBeGreaterThan(0)
      }
    }
  })

  it('without a word when nobody speaks', async () => {
    await using engine = await setUp()
    for (const name of ['silence-8s.wav', 'noise-8s.wav']) {
      const { segments, durationMs } = await engine.transcribe(name)
      expect(segments).toEqual([])
      expect(durationMs).toBe(8000)
    }
    const states = (await engine.api['meeting.list']({})).map(({ state }) => state)
    expect(states).toEqual(['done', 'done'])
  })

  it('that can be found, read, renamed, handed on and deleted', async () => {
    await using engine = await setUp()
    const { id: meetingId } = await engine.transcribe('decision.wav', {})
    const found = await engine.api['search.find']({
      query: 'pilot project',
      filters: anywhere,
      limit: 5,
    })
    const [hit] = found.hits
    expect(hit?.meetingId).toBe(meetingId)
    expect(hit?.snippet).toContain('\u0002pilot\u0003')
    await engine.api['meeting.rename']({ meetingId, title: 'Planning' })
    const { content } = await engine.api['meeting.export'](wholeExport(meetingId, 'vtt'))
    expect(content).toMatch(/^WEBVTT/)
    expect(await engine.api['meeting.list']({})).toMatchObject([
      { id: meetingId, title: 'Planning', state: 'done', segmentCount: 1, unreadMs: 0 },
    ])
    const place = { meetingId, track: null, fromMs: 1000, toMs: 2500 }
    const clip = await engine.api['meeting.clip'](place)
    expect(clip).toMatchObject({ fromMs: 1000, toMs: 2500, mediaType: 'audio/wav' })
    expect(Buffer.from(clip.base64, 'base64')).toHaveLength(44 + 1500 * 32)
    await expect(engine.api['meeting.clip']({ ...place, toMs: 40_000 })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    await expect(
      engine.api['meeting.clip']({ ...place, fromMs: 3_600_000, toMs: 3_601_000 }),
    ).rejects.toMatchObject({ code: 'file_missing' })
    await expect(engine.api['meeting.clip']({ ...place, track: 'them' })).rejects.toMatchObject({
      code: 'file_missing',
    })
    await engine.api['meeting.delete']({ meetingId })
    expect(await engine.api['meeting.list']({})).toEqual([])
    expect(await readdir(join(engine.data, 'recordings'))).toEqual([meetingId])
    await engine.api['meeting.purge']({ meetingIds: [meetingId] })
    expect(await readdir(join(engine.data, 'recordings'))).toEqual([])
  })

  it('of which nothing stays when nothing shall be kept', async () => {
    await using engine = await setUp()
    const before = await scratchFolders()
    const { segments } = await engine.transcribe('decision.wav', { keep: false })
    expect(segments).toHaveLength(1)
    expect(await engine.api['meeting.list']({})).toEqual([])
    expect(await scratchFolders()).toEqual(before)
  })

  it('only when its sound can be heard', async () => {
    await using engine = await setUp()
    await expect(
      engine.api['meeting.transcribe']({ ...asked, path: join(engine.data, 'nothing.wav') }),
    ).rejects.toMatchObject({ code: 'file_missing' })
    expect(await engine.api['meeting.list']({})).toEqual([])
  })

  it('only with a model that is here and whole', async () => {
    await using engine = await setUp()
    const path = sample('question.wav')
    await expect(
      engine.api['meeting.transcribe']({ ...asked, path, model: 'whisper-base' }),
    ).rejects.toMatchObject({ code: 'model_missing' })
    const folder = join(engine.data, 'own')
    await mkdir(folder)
    const broken = join(folder, 'broken.bin')
    const whole = readFileSync(
      new URL('../../models/test-speech/rtstt-test-en.bin', import.meta.url),
    )
    await writeFile(broken, whole.subarray(0, whole.length >> 1))
    await expect(
      engine.api['meeting.transcribe']({ ...asked, path, model: broken }),
    ).rejects.toMatchObject({ code: 'model_broken' })
    expect(await engine.api['meeting.list']({})).toEqual([])
    await rm(folder, { recursive: true })
  })

  it('in a language that its model knows', async () => {
    await using engine = await setUp()
    await expect(
      engine.api['meeting.transcribe']({ ...asked, path: sample('question.wav'), language: 'it' }),
    ).rejects.toMatchObject({ code: 'invalid_input', message: expect.stringContaining('English') })
  })
})
