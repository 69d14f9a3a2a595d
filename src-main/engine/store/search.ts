import type { SearchHit } from '#contract/meeting.ts'

/** Full-text search over every segment. */
export interface Search {
  /**
   * Segments that hold all of the words, last stored first. The last word also matches its
   * continuations; words in "double quotes" must follow each other. Any string is a valid query.
   */
  find(query: string, limit: number): SearchHit[]
}
