/** What matters in a meeting: each item cites the segments that it rests on. */
import { z } from 'zod'
import { Author, Citation } from './citation.ts'
import { InsightId, MeetingId } from './ids.ts'

/** When something is to be done: as it was said, and the day that is meant where that is clear. */
export const Due = z.strictObject({ text: z.string().min(1), date: z.iso.date().nullable() })
export type Due = Readonly<z.infer<typeof Due>>

/** A decision of an earlier meeting. */
export const EarlierDecision = z.strictObject({
  meetingId: MeetingId,
  insightId: InsightId,
  meetingTitle: z.string(),
  startedAt: z.iso.datetime(),
  text: z.string(),
})
export type EarlierDecision = Readonly<z.infer<typeof EarlierDecision>>

/** None only for what a person wrote. */
const found = { id: InsightId, author: Author, citations: z.array(Citation) }
const stretch = { startMs: z.int().nonnegative(), endMs: z.int().nonnegative() }
const Text = z.string().min(1).max(1000)

export const Keyword = z.strictObject({
  ...found,
  kind: z.literal('keyword'),
  text: Text,
  /** How often it was said. */
  count: z.int().positive(),
  /** Among the keywords of its meeting, 0 to 1. */
  weight: z.number().min(0).max(1),
})
/** What was talked about, from here to there. */
export const Topic = z.strictObject({
  ...found,
  kind: z.literal('topic'),
  text: Text,
  ...stretch,
})
export const Action = z.strictObject({
  ...found,
  kind: z.literal('action'),
  text: Text,
  /** A name as it was said, or `me` for who sits at this computer; null: nobody said who. */
  owner: z.string().min(1).max(200).nullable(),
  due: Due.nullable(),
  done: z.boolean(),
})
export const Decision = z.strictObject({
  ...found,
  kind: z.literal('decision'),
  text: Text,
  /** What was decided before, and is not any more. */
  changes: EarlierDecision.nullable(),
})
export const Question = z.strictObject({
  ...found,
  kind: z.literal('question'),
  text: Text,
  /** Null: it is still open. */
  answer: z.strictObject({ text: Text, citations: z.array(Citation) }).nullable(),
})
/** How a stretch sounds, from its words. */
export const Tone = z.strictObject({
  ...found,
  kind: z.literal('tone'),
  ...stretch,
  /** -1: all words are negative; 0: neither; 1: all are positive. */
  score: z.number().min(-1).max(1),
})

export const Insight = z.discriminatedUnion('kind', [
  Keyword,
  Topic,
  Action,
  Decision,
  Question,
  Tone,
])
export type Insight = Readonly<z.infer<typeof Insight>>
export type InsightKind = Insight['kind']
export type Action = Extract<Insight, { readonly kind: 'action' }>
export type Decision = Extract<Insight, { readonly kind: 'decision' }>
export type Question = Extract<Insight, { readonly kind: 'question' }>

/** Where what is known about a meeting comes from. */
export const Understanding = z.strictObject({
  /** The language model that had a part in it; null: rules and statistics alone. */
  model: z.string().nullable(),
  /** Why no language model has, for people; null where one has. */
  without: z.string().nullable(),
  /** What the language model claimed and the cited text does not bear out, so that it is not shown. */
  dropped: z.int().nonnegative(),
  /** Text up to here is understood. */
  readMs: z.int().nonnegative(),
})
export type Understanding = Readonly<z.infer<typeof Understanding>>

/** In the order of their kinds above, each in the order in which it was said; keywords and topics by weight and time. */
export const Insights = z.strictObject({
  meetingId: MeetingId,
  understanding: Understanding,
  insights: z.array(Insight),
})
export type Insights = Readonly<z.infer<typeof Insights>>

/** What a person may change; what is left out stays. */
export const InsightChange = z.strictObject({
  text: Text.optional(),
  owner: z.string().trim().min(1).max(200).nullable().optional(),
  due: Due.nullable().optional(),
  done: z.boolean().optional(),
})
export type InsightChange = Readonly<z.infer<typeof InsightChange>>

const inMeeting = {
  meetingId: MeetingId,
  meetingTitle: z.string(),
  startedAt: z.iso.datetime(),
}
/** What earlier meetings left: actions that are not done, and decisions that still stand, the newest meeting first. */
export const CarriedOver = z.strictObject({
  actions: z.array(z.strictObject({ ...inMeeting, insight: Action })),
  decisions: z.array(z.strictObject({ ...inMeeting, insight: Decision })),
})
export type CarriedOver = Readonly<z.infer<typeof CarriedOver>>
