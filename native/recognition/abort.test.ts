import { setTimeout } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openRecognition } from './recognition.ts'
import { readSound, testModel, wordsOf } from './testing/sounds.ts'
import { wordErrors } from './testing/word-errors.ts'

async function setUp() {
  const recognition = openRecognition({ gpuLibraries: [] })
  const model = await recognition.loadModel(testModel, { gpu: false })
  const state = await model.createState()
  const long = readSound('meeting-60s')
  const hearsQuestion = async () => {
    const { segments, aborted } = await state.decode(readSound('question'), { language: 'en' })
    expect(aborted).toBe(false)
    const text = segments.map((segment) => segment.text).join('')
    return wordErrors(wordsOf('question'), text) === 0
  }
  return { state, long, hearsQuestion }
}

it.each([1, 200, 350])('stops a decoding after %i ms and is usable again', async (afterMs) => {
  const { state, long, hearsQuestion } = await setUp()
  const stop = new AbortController()
  const decoding = state.decode(long, { language: 'en', signal: stop.signal })
  await setTimeout(afterMs)
  const asked = performance.now()
  stop.abort()
  const { aborted, timings } = await decoding
  const latency = performance.now() - asked
  process.stderr.write(`stopped ${latency.toFixed(1)} ms after it was asked at ${afterMs} ms\n`)
  expect(aborted).toBe(true)
  expect(timings.encodes).toBeLessThan(4) // all of it takes four windows
  expect(await hearsQuestion()).toBe(true)
})

it('does not begin when it is aborted before', async () => {
  const { state, long, hearsQuestion } = await setUp()
  const decoding = await state.decode(long, { signal: AbortSignal.abort() })
  expect(decoding).toMatchObject({ aborted: true, segments: [] })
  expect(await hearsQuestion()).toBe(true)
})

it('stops a decoding that waits, and leaves the one before it alone', async () => {
  const { state } = await setUp()
  const stop = new AbortController()
  const first = state.decode(readSound('question'), { language: 'en' })
  const second = state.decode(readSound('action'), { language: 'en', signal: stop.signal })
  stop.abort()
  expect(await first).toMatchObject({ aborted: false, segments: [{}] })
  expect(await second).toMatchObject({ aborted: true, segments: [] })
})

it('keeps the segments that were complete before the abort', async () => {
  const { state, long } = await setUp()
  const stop = new AbortController()
  const decoding = state.decode(long, { language: 'en', signal: stop.signal })
  await setTimeout(600)
  stop.abort()
  const { segments } = await decoding
  expect(segments.length).toBeLessThan(20)
  for (const segment of segments) expect(segment.text.trim()).not.toBe('')
})

it('refuses more than it can hold, and does what it accepted', async () => {
  const { state } = await setUp()
  const sound = readSound('question')
  const options = { language: 'en', audioContext: 128, maxTokens: 4 }
  const outcomes = await Promise.allSettled(
    Array.from({ length: 70 }, async () => state.decode(sound, options)),
  )
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.length).toBeLessThanOrEqual(6)
})
