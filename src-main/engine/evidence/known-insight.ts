import type { InsightId, SegmentId } from '#contract/ids.ts'
import type { Insight, InsightChange } from '#contract/insight.ts'
import type { TrackName } from '#contract/transcript.ts'

/** An insight as it is kept: what was found, and what a person made of it. */
export interface KnownInsight {
  /** As rules or a language model said it last; never what a person wrote. */
  readonly found: Insight
  /** What a person wrote in its place; empty where nobody did. */
  readonly written: InsightChange
  /** A person does not want it; it stays as the mark by which it is known when it is found again. */
  readonly dismissed: boolean
  /** The tracks of the cited segments, by which their place is found when they are gone. */
  readonly tracks: Readonly<Record<SegmentId, TrackName>>
}

export interface InsightDifference {
  readonly removed: readonly InsightId[]
  readonly insights: readonly Insight[]
}

/** Whether a person wrote any of it. */
export function isWritten({ written }: Pick<KnownInsight, 'written'>): boolean {
  return Object.values(written).some((value) => value !== undefined)
}

/** An insight as people see it: what they wrote goes before what was found. */
export function shown({ found, written }: Pick<KnownInsight, 'found' | 'written'>): Insight {
  if (!isWritten({ written }) || found.kind === 'tone') return found
  const { text = found.text } = written
  if (found.kind !== 'action') return { ...found, author: 'person', text }
  const { owner = found.owner, due = found.due, done = found.done } = written
  return { ...found, author: 'person', text, owner, due, done }
}

/** What of an insight's kind a person may write. */
export const writable: Readonly<Record<Insight['kind'], ReadonlyArray<keyof InsightChange>>> = {
  keyword: ['text'],
  topic: ['text'],
  action: ['text', 'owner', 'due', 'done'],
  decision: ['text'],
  question: ['text'],
  tone: [],
}
