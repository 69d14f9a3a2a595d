import type { Meeting } from '#contract/meeting.ts'
import { type Day, days } from './days.ts'

/** A line of the list: the name of a day, or a meeting. */
export type LibraryRow<T = Meeting> =
  | { readonly kind: 'day'; readonly key: string; readonly day: Omit<Day<T>, 'entries'> }
  | { readonly kind: 'meeting'; readonly key: string; readonly meeting: T }

/** Every day before its meetings, the newest first. */
export function libraryRows<T extends Meeting>(
  meetings: readonly T[],
  now: Date,
): readonly LibraryRow<T>[] {
  return days(meetings, now).flatMap(({ entries, ...day }): LibraryRow<T>[] => [
    { kind: 'day', key: `day ${day.date}`, day },
    ...entries.map((meeting) => ({ kind: 'meeting' as const, key: meeting.id, meeting })),
  ])
}

/** The meeting so many steps further on in the list; the last one in that direction where there are fewer. */
export function stepFrom<Id>(shown: readonly Id[], from: Id | null, steps: number): Id | null {
  const at = from === null ? -1 : shown.indexOf(from)
  const start = at < 0 ? (steps > 0 ? -1 : shown.length) : at
  const to = Math.max(0, Math.min(shown.length - 1, start + steps))
  return shown[to] ?? null
}
