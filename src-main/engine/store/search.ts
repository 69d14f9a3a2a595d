import type { SearchFilters } from '#contract/ask.ts'
import type { SearchHit } from '#contract/meeting.ts'

/** A segment that was found; its number orders segments by when they were stored. */
export interface Place {
  readonly number: number
  /** Its snippet is its text, without marks. */
  readonly hit: SearchHit
}

export interface Holding {
  /** Last stored first. */
  readonly places: readonly Place[]
  /** How many segments there are in all; estimated from how densely the newest lie where there are more than were asked for. */
  readonly matches: number
}

/** Full-text search over every segment. What is asked is bounded: no call weighs all matches of a common word. */
export interface Search {
  /**
   * Segments that hold all of the words, last stored first. The last word also matches its
   * continuations; words in "double quotes" must follow each other. Any string is a valid query.
   */
  find(query: string, limit: number, filters?: SearchFilters): SearchHit[]
  /** The same with their numbers, for ranking. */
  matching(query: string, limit: number, filters: SearchFilters): Place[]
  /** The newest segments that have, for each beginning, a word that begins so; accents and capitals do not matter. */
  holding(beginnings: readonly string[], limit: number, filters: SearchFilters): Holding
  /** The newest segments that pass the filters. */
  newest(limit: number, filters: SearchFilters): Place[]
  /** Everybody who has a name, each once; at most so many. */
  speakers(atMost: number): string[]
  /** What was said just before and just after it in its meeting. */
  beside(number: number): { readonly before: Place | null; readonly after: Place | null }
  /** About how many segments there are. */
  size(): number
}
