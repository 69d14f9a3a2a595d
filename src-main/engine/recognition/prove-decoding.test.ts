import { expect, it } from 'vitest'
import { provenDecoding } from './prove-decoding.ts'
import type { DecodeRequest, Decoding } from './recognizer.ts'

function decoding(text: string): Decoding {
  const sure = { noSpeechProbability: 0, averageLogProbability: 0, tokens: [] }
  const segments = [{ startMs: 0, endMs: 1_000, text, ...sure }]
  const timings = { encodeMs: 1, decodeMs: 1 }
  return { segments, language: 'en', promptTokens: [], pauses: [], aborted: false, timings }
}

const request: DecodeRequest = {
  modelPath: '/model.bin',
  samples: new Int16Array(16),
  language: 'it',
  style: 'live',
  prompt: '',
  threads: null,
  fullContext: false,
}
const clip = new Int16Array(32)

/** A process that says these, one after the other, of the sound and of the clip. */
function setUp(ofSound: readonly string[], ofClip: readonly string[]) {
  const [sound, known] = [[...ofSound], [...ofClip]]
  const told: string[] = []
  let nowMs = 0
  const decode = provenDecoding({
    decode: async ({ language }) => decoding((language === 'en' ? known : sound).shift() ?? 'done'),
    clip: async () => clip,
    steadyMs: () => nowMs,
    onSick: () => void told.push('sick'),
    onSound: () => void told.push('sound'),
  })
  const heard = async () => (await decode(request)).segments.map(({ text }) => text).join('')
  return { heard, told, known, pass: (ms: number) => void (nowMs += ms) }
}

it('leaves what makes sense as it is, and decodes nothing besides', async () => {
  const { heard, told, known } = setUp(['Good morning.'], ['a clip'])
  expect(await heard()).toBe('Good morning.')
  expect(told).toEqual(['sound'])
  expect(known).toHaveLength(1)
})

it('has it decoded again by another process where the clip makes no sense either', async () => {
  const { heard, told } = setUp(['!!!!!!!!!', 'Good morning.'], ['!!!!!!!!!'])
  expect(await heard()).toBe('Good morning.')
  expect(told).toEqual(['sick', 'sound'])
})

it('believes a process that knows the clip, and asks it again only later', async () => {
  const noise = Array.from({ length: 3 }, () => '%%%%%%%%%')
  const { heard, told, known, pass } = setUp(noise, ['four sentences', 'four sentences'])
  expect(await heard()).toBe('%%%%%%%%%')
  expect(await heard()).toBe('%%%%%%%%%')
  expect(known).toHaveLength(1)
  pass(60_000)
  await heard()
  expect(known).toHaveLength(0)
  expect(told).toEqual(['sound', 'sound', 'sound'])
})
