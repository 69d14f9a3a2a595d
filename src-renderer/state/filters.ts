/** The filters of a search as the address of the page holds them. */
import { anywhere, SearchFilters } from '#contract/ask.ts'

/** What the address names and how the contract calls it. */
const names = {
  meeting: 'meetingId',
  track: 'track',
  speaker: 'speaker',
  from: 'from',
  to: 'to',
  kind: 'kind',
} as const satisfies Record<string, keyof SearchFilters>

/** What is missing or makes no sense filters nothing. */
export function parseFilters(asked: URLSearchParams): SearchFilters {
  let filters = anywhere
  for (const [name, key] of Object.entries(names)) {
    const tried = SearchFilters.safeParse({ ...filters, [key]: asked.get(name) })
    if (tried.success) filters = tried.data
  }
  return filters
}

export function filtersInAddress(
  filters: SearchFilters,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(names).map(([name, key]) => [name, filters[key] ?? undefined]),
  )
}

export function countFilters(filters: SearchFilters): number {
  return Object.values(filters).filter((value) => value !== null).length
}
