import type { Insight } from '#contract/insight.ts'
import type { Segment } from '#contract/transcript.ts'

type Distribute<T> = T extends Insight ? Omit<T, 'id' | 'author'> : never

/** An insight before anybody gave it a name: what rules or a language model found in a text. */
export type Finding = Distribute<Insight>

/** What is known of a meeting when its text is read for insights. */
export interface Spoken {
  /** In the order they were spoken. */
  readonly segments: readonly Segment[]
  /** A code such as `en`; `auto` while nobody knows. */
  readonly language: string
  /** When it began, in milliseconds since 1970, for "by Friday". */
  readonly startedAtMs: number
  /** How far the computer's own time is from UTC, in minutes, so that "today" is the day of who spoke. */
  readonly offsetMinutes: number
}

/** Reads a text for insights by rules and statistics. Keeps what it knows of each segment, so that a meeting that grows is cheap. */
export type FindInsights = (spoken: Spoken) => Finding[]
