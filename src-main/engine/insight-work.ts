import type { EngineEvent } from '#contract/events.ts'
import type { ResolveDue } from './insights/check-findings.ts'
import type { FindInsights } from './insights/finding.ts'
import type { LanguageChoice } from './language-choice.ts'
import type { Parts } from './parts.ts'

/** What understanding meetings takes. */
export interface InsightWork {
  readonly parts: Parts
  readonly tell: (event: EngineEvent) => void
  /** Made once for each meeting that is followed. */
  readonly createFindInsights: () => FindInsights
  /** The language model named, or the chosen one. */
  readonly choose: (named: string | null) => Promise<LanguageChoice>
  readonly resolveDue: (meeting: {
    readonly startedAtMs: number
    readonly language: string
  }) => ResolveDue
}
