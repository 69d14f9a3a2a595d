/** What a careful listener would have noted of a generated meeting. */
import type { SegmentId } from '#contract/ids.ts'
import type { Spoken } from '#engine/insights/finding.ts'
import type { Bank, MeetingKind } from './bank.ts'

export const labelledKinds = ['action', 'decision', 'question'] as const
export type LabelledKind = (typeof labelledKinds)[number]

export interface Label {
  readonly kind: LabelledKind
  /** False: some would note it and some would not; it is neither hit nor mistake. */
  readonly sure: boolean
  /** Where it was said; a finding that cites one of them has found it. */
  readonly segmentIds: readonly SegmentId[]
  /** As it was meant, before recognition: for people who read what was missed. */
  readonly said: string
  /** Actions: who may be named as its owner; null among them: nobody. */
  readonly owners: readonly (string | null)[]
  /** Actions: null where no time was said. */
  readonly due: DueLabel | null
  /** Questions: null where it is not said whether there was an answer. */
  readonly answered: boolean | null
}

export interface DueLabel {
  readonly text: string
  /** The days that may be meant; null among them: it may be left open. */
  readonly dates: readonly (string | null)[]
}

export interface LabelledMeeting {
  readonly name: string
  readonly bank: Bank['name']
  readonly language: 'en' | 'it'
  readonly kind: MeetingKind
  readonly spoken: Spoken
  readonly labels: readonly Label[]
  /** Where talk turned to another subject. */
  readonly turningsMs: readonly number[]
  /** What was talked about, each by the words it goes by. */
  readonly subjects: readonly (readonly string[])[]
  readonly durationMs: number
}
