/** The summaries that count, and those that are being written, as far as the engine has told. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { Summary, SummarySection } from '#contract/summary.ts'

export interface KnownSummary {
  readonly phase: 'unread' | 'reading' | 'whole' | 'failed'
  readonly problem: string | null
  /** Null while there is none. */
  readonly summary: Summary | null
  /** How far the one is that is being written, 0 to 1, and what stands there so far. */
  readonly writing: { readonly share: number; readonly draft: string } | null
}

export type Summaries = Readonly<Partial<Record<MeetingId, KnownSummary>>>

export const unreadSummary: KnownSummary = {
  phase: 'unread',
  problem: null,
  summary: null,
  writing: null,
}

/** Takes in one event of the engine. */
export function applyToSummaries(known: Summaries, event: EngineEvent): Summaries {
  switch (event.type) {
    case 'summary.changed':
      return withSummary(known, event.summary)
    case 'summary.progressed':
      return changeSummary(known, event.meetingId, {
        writing: { share: event.share, draft: event.draft },
      })
    case 'meeting.deleted': {
      const { [event.meetingId]: _, ...rest } = known
      return rest
    }
    default:
      return known
  }
}

export function withSummary(known: Summaries, summary: Summary): Summaries {
  const now = { phase: 'whole', problem: null, summary, writing: null } as const
  return changeSummary(known, summary.meetingId, now)
}

/** An answer that comes after an event is old news. */
export function summaryAnswered(
  known: Summaries,
  meetingId: MeetingId,
  answer: Partial<KnownSummary>,
): Summaries {
  return known[meetingId]?.phase === 'reading' ? changeSummary(known, meetingId, answer) : known
}

export function changeSummary(
  known: Summaries,
  meetingId: MeetingId,
  to: Partial<KnownSummary>,
): Summaries {
  return { ...known, [meetingId]: { ...(known[meetingId] ?? unreadSummary), ...to } }
}

/** Nobody is listening: what was shown stays, but may be old; nobody knows whether the writing goes on. */
export function summariesLost(known: Summaries): Summaries {
  return Object.fromEntries(
    Object.entries(known).map(([id, before]) => [
      id,
      { ...(before ?? unreadSummary), phase: 'unread', writing: null },
    ]),
  )
}

/** A summary as plain text: titles, and a dash before each line. */
export function summaryText(sections: readonly SummarySection[]): string {
  return sections
    .map(({ title, lines }) => [title, ...lines.map(({ text }) => `- ${text}`)].join('\n'))
    .join('\n\n')
}

/** One line of each section in a row of its own, to be edited. */
export function toLines({ lines }: SummarySection): string {
  return lines.map(({ text }) => text).join('\n')
}

/**
 * The sections with the text that a person made of them, given in the same order. A line that stayed keeps what it
 * rests on; a new one rests on nothing but that person.
 */
export function edited(
  sections: readonly SummarySection[],
  written: readonly string[],
): SummarySection[] {
  return sections.map((section, index) => {
    const before = new Map(section.lines.map((line) => [line.text, line.citations]))
    const lines = (written[index] ?? '')
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => ({ text, citations: [...(before.get(text) ?? [])] }))
    return { title: section.title, lines }
  })
}
