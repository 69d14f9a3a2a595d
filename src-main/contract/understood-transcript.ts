import { z } from 'zod'
import { Insights } from './insight.ts'
import { Transcript } from './meeting.ts'
import { Note } from './note.ts'
import { Summary } from './summary.ts'

/** Counts up when what stands under `summary` or `insights` changes its shape. */
export const understandingVersion = 1

/** A kept meeting as JSON: its transcript, and beside its fields what is understood of it. */
export const UnderstoodTranscript = Transcript.extend({
  understandingVersion: z.literal(understandingVersion),
  summary: Summary.nullable(),
  insights: Insights.nullable(),
  /** What persons wrote beside it, in the order of its places. */
  notes: z.array(Note),
})
