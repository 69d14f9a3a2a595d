import type { MeetingId, SummaryId } from '#contract/ids.ts'
import type { Summary } from '#contract/summary.ts'

/**
 * Who wanted a summary: `nobody` (it came by itself), somebody who asked for one to be written, or a person whose own
 * words or choice it is.
 */
export type WantedBy = 'nobody' | 'request' | 'person'

export interface StoredSummary {
  readonly summary: Summary
  readonly wantedBy: WantedBy
}

export type NewSummary = Omit<Summary, 'revision' | 'outdated'>

/** The summaries of meetings, each with everything that was written before it. The latest one counts. */
export interface Summaries {
  /**
   * Lets it count. One that came by itself takes the place of another that did, so that they do not pile up, and is
   * given up (null) where a person's counts; any other becomes a revision of its own.
   */
  add(summary: NewSummary, wantedBy: WantedBy): Summary | null
  latest(meetingId: MeetingId): StoredSummary | null
  /** The newest first. */
  ofMeeting(meetingId: MeetingId): Summary[]
  read(meetingId: MeetingId, id: SummaryId): Summary | null
  /** The text has changed since the latest one was written; the summary where that was not known yet. */
  outdate(meetingId: MeetingId): Summary | null
}
