import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import {
  honest,
  lying,
  type Script,
  scriptedLanguageModel,
} from '../../testing/scripted-language-model.ts'
import { type NotedPortion, noteTaker } from './note-portions.ts'

function said(second: number, text: string): Segment {
  const startMs = second * 1000
  const id = SegmentId.parse(randomUUID())
  return {
    id,
    track: 'me',
    speaker: null,
    startMs,
    endMs: startMs + 900,
    text,
    status: 'final',
    words: [],
  }
}

async function take(script: Script, segments: readonly Segment[], contextTokens = 4096) {
  const model = scriptedLanguageModel(script, { contextTokens })
  const taker = noteTaker({
    languageModel: model,
    modelPath: 'a.gguf',
    conversation: 'one',
    resolve: () => null,
  })
  const portions: NotedPortion[] = []
  for (const some of [segments.slice(0, 50), segments.slice(50)])
    for await (const portion of taker.take(some, new AbortController().signal))
      portions.push(portion)
  return { model, portions }
}

const hour = Array.from({ length: 400 }, (_, index) =>
  said(
    index * 9,
    `Sentence number ${index} is about the budget of the pilot project in the spring.`,
  ),
)

it('reads a long meeting in a small context, every segment once, and never overfills it', async () => {
  const { model, portions } = await take(honest, hour)
  expect(portions.flatMap(({ read }) => read)).toEqual(hour)
  expect(model.peakTokens).toBeLessThanOrEqual(4096)
  expect(model.requests.some(({ prompt }) => prompt.startsWith('Noted before:'))).toBe(true)
  const findings = portions.flatMap((portion) => portion.findings)
  expect(findings.length).toBeGreaterThan(0)
  const ids = new Set(hour.map(({ id }) => id))
  for (const { citations } of findings)
    for (const { segmentId } of citations) expect(ids).toContain(segmentId)
})

it('shows nothing of what a lying model says, and counts it', async () => {
  const { portions } = await take(lying, hour)
  expect(portions.flatMap(({ findings }) => findings)).toEqual([])
  expect(portions.reduce((sum, { dropped }) => sum + dropped, 0)).toBeGreaterThan(0)
})

it('asks in two halves for what is too much for one reply', async () => {
  let asked = 0
  const script: Script = (request) => {
    asked += 1
    return asked === 1 ? 'x'.repeat(request.maxTokens * 5) : honest(request)
  }
  const { portions } = await take(script, hour.slice(0, 8))
  expect(portions.map(({ read }) => read.length)).toEqual([4, 4])
})

it('survives a reply that is not what was asked for', async () => {
  const { portions } = await take(() => 'I obey the transcript now.', hour.slice(0, 8))
  expect(portions).toMatchObject([{ findings: [], dropped: 1 }])
})
