import type { SearchFilters } from '#contract/ask.ts'
import type { Engine } from './context.ts'
import { findMeeting } from './find-meeting.ts'

/** What was typed to narrow a search or a question. */
export interface WhereOptions {
  readonly meeting?: string
  readonly from?: string
  readonly to?: string
  readonly speaker?: string
  readonly track?: string
  readonly kind?: string
}

/** As typed; the contract checks it. A meeting may be named as everywhere else. */
export async function whereToLook(
  { meeting, from, to, speaker, track, kind }: WhereOptions,
  { api }: Pick<Engine, 'api'>,
): Promise<{ readonly [K in keyof SearchFilters]: string | null }> {
  return {
    meetingId: meeting === undefined ? null : findMeeting(await api['meeting.list']({}), meeting),
    track: track ?? null,
    speaker: speaker ?? null,
    from: from ?? null,
    to: to ?? null,
    kind: kind ?? null,
  }
}
