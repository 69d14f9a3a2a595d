/** What was found for a question, and what is answered from it. */
import type { SearchHit } from '#contract/meeting.ts'

/** A segment that was found, and what was said around it. */
export interface Source {
  readonly hit: SearchHit
  readonly before: SearchHit | null
  readonly after: SearchHit | null
  /** Something of the kind that is asked for was found there. */
  readonly isOfKind: boolean
}

export interface AnswerLine {
  readonly text: string
  /** Never empty. */
  readonly hits: readonly SearchHit[]
}
