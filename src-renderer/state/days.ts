export interface Day<T> {
  /** Any moment of the day, ISO 8601. */
  readonly date: string
  readonly when: 'today' | 'yesterday' | 'earlier'
  readonly entries: readonly T[]
}

/** Groups what is given newest first by the local day on which it started. */
export function days<T extends { readonly startedAt: string }>(
  entries: readonly T[],
  now: Date,
): readonly Day<T>[] {
  const groups = Map.groupBy(entries, ({ startedAt }) => localDay(new Date(startedAt)))
  const today = localDay(now)
  const yesterday = localDay(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))
  return [...groups].map(([day, group]) => ({
    date: group[0]?.startedAt ?? '',
    when: day === today ? 'today' : day === yesterday ? 'yesterday' : 'earlier',
    entries: group,
  }))
}

function localDay(date: Date): string {
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`
}
