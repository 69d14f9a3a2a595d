import { z } from 'zod'
import { Author, Citation } from './citation.ts'
import { MeetingId, SummaryId } from './ids.ts'

/** One statement. Only what a person wrote may rest on nothing. */
export const SummaryLine = z.strictObject({
  text: z.string().min(1).max(2000),
  citations: z.array(Citation),
})
export type SummaryLine = Readonly<z.infer<typeof SummaryLine>>

export const SummarySection = z.strictObject({
  title: z.string().min(1).max(200),
  lines: z.array(SummaryLine),
})
export type SummarySection = Readonly<z.infer<typeof SummarySection>>

/** A summary as it was written at one time. Writing another one never loses it. */
export const Summary = z.strictObject({
  id: SummaryId,
  meetingId: MeetingId,
  /** Counts from 1. */
  revision: z.int().positive(),
  writtenAt: z.iso.datetime(),
  author: Author,
  /** The language model that wrote it, or null. */
  model: z.string().nullable(),
  /** Why no language model wrote it, for people; null where one did, or a person. */
  without: z.string().nullable(),
  template: z.string(),
  language: z.string(),
  /** `growing`: of the text so far, while people talk. */
  state: z.enum(['growing', 'final']),
  /** The transcript was changed since. */
  outdated: z.boolean(),
  /** A title that would suit the meeting, or null. */
  title: z.string().nullable(),
  sections: z.array(SummarySection),
  /** What the language model wrote and the cited text does not bear out, so that it is not there. */
  dropped: z.int().nonnegative(),
})
export type Summary = Readonly<z.infer<typeof Summary>>

/** What a summary is made of, for each kind of meeting. */
export const SummaryTemplate = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  origin: z.enum(['bundled', 'own']),
  sections: z.array(z.string()),
})
export type SummaryTemplate = Readonly<z.infer<typeof SummaryTemplate>>
