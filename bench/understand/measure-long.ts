/** A meeting of four hours, read by a language model that holds 4,096 tokens: what was said once is not lost. */
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { randomUUID } from 'node:crypto'
import {
  honest,
  numberedLines,
  scriptedLanguageModel,
} from '../../src-main/testing/scripted-language-model.ts'
import { atLeast, atMost, type Bench, told } from '../figures.ts'
import { generateMeetings } from './generate-meetings.ts'
import { talkOf } from './talk-of.ts'
import { keptMeetings } from '../../src-main/testing/kept-meetings.ts'
import { heldOutBank } from './phrases-held-out.ts'

const lengthMs = 4 * 3_600_000
const contextTokens = 4096
const minuteMs = 60_000

const facts = [
  { atMs: 5 * minuteMs, text: 'The insurance number of the north building is 48213.' },
  { atMs: 120 * minuteMs, text: 'The council has granted 73500 euros for the bridge.' },
  { atMs: 235 * minuteMs, text: 'The keys are in locker 917 behind the stage.' },
] as const

export async function measureLong(): Promise<Bench> {
  const english = generateMeetings(heldOutBank).filter(({ language }) => language === 'en')
  const planted = facts.map(({ atMs, text }) => segmentOf(atMs, text))
  const segments = [...talkOf(english, lengthMs), ...planted].toSorted(
    (a, b) => a.startMs - b.startMs,
  )
  // It notices what was planted, as anybody would, and copies it; how it is asked is not its matter.
  const model = scriptedLanguageModel(
    (request) => honest({ ...request, prompt: telling(request.prompt) }),
    { contextTokens },
  )
  await using kept = await keptMeetings(model)
  const meetingId = kept.keep({ segments, language: 'en' })
  const began = performance.now()
  const summary = await kept.api['summary.write']({
    meetingId,
    template: null,
    model: kept.model,
    language: null,
  })
  const wallMs = performance.now() - began
  const cited = new Set(
    summary.sections
      .flatMap(({ lines }) => lines.flatMap(({ citations }) => citations))
      .map(({ segmentId }) => segmentId),
  )
  return {
    title: `A meeting of four hours, ${segments.length} segments, ${contextTokens} tokens of context`,
    figures: [
      atLeast(
        3,
        told(
          'planted facts in its evidence',
          planted.filter(({ id }) => cited.has(id)).length,
          'of 3',
        ),
      ),
      atMost(contextTokens, told('most tokens of one request', model.peakTokens, '')),
      told('requests', model.requests.length, ''),
      told('time without the model itself', Math.round(wallMs), 'ms'),
    ],
    table: [],
  }
}

/** Only lines that tell of something planted, and without figures the others. */
function telling(prompt: string): string {
  const isFact = (text: string): boolean => facts.some((fact) => text.includes(fact.text))
  return numberedLines(prompt)
    .filter(({ text }) => isFact(text) || !/\d/.test(text))
    .map(({ number, text }) => `[${number}] ${text}`)
    .join('\n')
}

function segmentOf(startMs: number, text: string): Segment {
  const endMs = startMs + text.length * 70
  return {
    id: SegmentId.parse(randomUUID()),
    track: 'them',
    speaker: null,
    startMs,
    endMs,
    text,
    status: 'committed',
    words: [],
  }
}
