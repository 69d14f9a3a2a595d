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

/** A stretch of speech that is shown for good. Only a final pass or a person may replace it, as a revision. */
export const Segment = z.strictObject({
  id: SegmentId,
  track: TrackName,
  speaker: z.string().min(1).nullable(),
  startMs: z.int().nonnegative(),
  endMs: z.int().nonnegative(),
  text: z.string(),
  status: z.enum(['committed', 'final']),
  words: z.array(Word),
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
