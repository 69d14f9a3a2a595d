import type { ExportOptions } from '#contract/export.ts'
import type { Transcript } from '#contract/meeting.ts'
import { nothingUnderstood, type Understood } from './understood.ts'

/** A meeting as it is to be handed on: what was not wished for is not there any more. */
export interface ToExport {
  readonly transcript: Transcript
  readonly understood: Understood
  readonly options: ExportOptions
}

/** `understood` is null for a text that is not kept. */
export function toExport(
  transcript: Transcript,
  options: ExportOptions,
  understood: Understood | null,
): ToExport {
  const { summary, insights, notes } = understood ?? nothingUnderstood
  return {
    transcript,
    options,
    understood: {
      summary: options.summary ? summary : null,
      insights: options.insights ? insights : null,
      notes: options.notes ? notes : [],
    },
  }
}
