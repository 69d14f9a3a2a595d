import type { Imports } from './imports.ts'
import type { Edits } from './edits.ts'
import type { Insights } from './insights.ts'
import type { Joinings } from './joinings.ts'
import type { Meetings } from './meetings.ts'
import type { Notes } from './notes.ts'
import type { Passages } from './passages.ts'
import type { PerformanceHistory } from './performance.ts'
import type { ReaderPositions } from './reader-positions.ts'
import type { Refinings } from './refinings.ts'
import type { Refusals } from './refusals.ts'
import type { Retention } from './retention.ts'
import type { Revisions } from './revisions.ts'
import type { Search } from './search.ts'
import type { Segments } from './segments.ts'
import type { Settings } from './settings.ts'
import type { Shelves } from './shelves.ts'
import type { Summaries } from './summaries.ts'
import type { SummaryNotes } from './summary-notes.ts'
import type { Trash } from './trash.ts'

/**
 * Everything that is kept besides sound. Several programs may have the same store open; each call
 * sees what the others have finished. Failures a person can act on leave as `AppError`.
 */
export interface Store extends Disposable {
  readonly meetings: Meetings
  readonly shelves: Shelves
  readonly trash: Trash
  readonly imports: Imports
  readonly joinings: Joinings
  readonly segments: Segments
  readonly search: Search
  readonly passages: Passages
  readonly positions: ReaderPositions
  readonly settings: Settings
  readonly revisions: Revisions
  readonly edits: Edits
  readonly refusals: Refusals
  readonly refinings: Refinings
  readonly summaries: Summaries
  readonly summaryNotes: SummaryNotes
  readonly insights: Insights
  readonly performance: PerformanceHistory
  /** What persons wrote beside meetings. */
  readonly notes: Notes
  readonly retention: Retention
  /** True where nothing can be changed: a read-only folder or a full disk, opened for reading. */
  readonly readOnly: boolean
  readonly version: { readonly sqlite: string; readonly schema: number }
  /** Does all of the work or none of it, over several repositories. Keep it short: others wait. */
  transaction<T>(work: () => T): T
  /**
   * Encrypts the file anew, with the key that `prepare` gives once nobody else has the file open and before anything is
   * changed; false, and nothing is changed, while another program has it open.
   */
  rekey(prepare: () => Uint8Array): boolean
}
