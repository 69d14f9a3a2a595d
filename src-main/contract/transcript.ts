import { z } from 'zod'
import { SegmentId } from './ids.ts'

/** One voice path of a meeting: the microphone, what the computer plays, or an imported file. */
export const TrackName = z.enum(['me', 'them', 'mix'])
export type TrackName = z.infer<typeof TrackName>

/** A spoken word. Times count from the start of the meeting; confidence is the model's probability, 0 to 1. */
export const Word = z.strictObject({
  text: z.string(),
  startMs: z.int().nonnegative(),
  endMs: z.int().nonnegative(),
  confidence: z.number().min(0).max(1),
})
export type Word = Readonly<z.infer<typeof Word>>

/**
 * Whether all of these are a `Word`. Three hours have thirty thousand of them, and going through the schema for each
 * would take longer than everything else that is done to show a meeting.
 */
export function areWords(value: unknown): value is z.infer<typeof Word>[] {
  return Array.isArray(value) && value.every(isWord)
}

function isWord(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { text, startMs, endMs, confidence, ...others } = value as Record<string, unknown>
  for (const _ in others) return false
  if (typeof text !== 'string' || !isTime(startMs) || !isTime(endMs)) return false
  return typeof confidence === 'number' && confidence >= 0 && confidence <= 1
}

function isTime(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

/** A stretch of speech that is shown for good. Only a final pass or a person may replace it, as a revision. */
export const Segment = z.strictObject({
  id: SegmentId,
  track: TrackName,
  speaker: z.string().min(1).nullable(),
  startMs: z.int().nonnegative(),
  endMs: z.int().nonnegative(),
  text: z.string(),
  status: z.enum(['committed', 'final']),
  words: z.custom<z.infer<typeof Word>[]>(areWords, 'words, each with its times'),
})
export type Segment = Readonly<z.infer<typeof Segment>>

/** What was understood so far of the utterance being spoken, behind its committed words. It may change. */
export const Hypothesis = z.strictObject({
  track: TrackName,
  startMs: z.int().nonnegative(),
  endMs: z.int().nonnegative(),
  text: z.string(),
})
export type Hypothesis = Readonly<z.infer<typeof Hypothesis>>
