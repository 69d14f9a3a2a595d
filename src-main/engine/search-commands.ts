/** Finding what was said: by its words, and by its meaning where that is possible. */
import type { NoteHit, SearchFilters, SearchResult } from '#contract/ask.ts'
import type { EngineApi } from '#contract/commands.ts'
import type { SearchHit } from '#contract/meeting.ts'
import { fuseRanks } from './ask/fuse-ranks.ts'
import { bestSegment, nearEnough, rankByDensity } from './ask/rank-hits.ts'
import { lookByMeaning, type Meaning, type World } from './look-by-meaning.ts'
import type { Search } from './store/search.ts'

/** Somebody types: the model is waited for no longer than this. */
const patienceMs = 2_000
/** So many of the newest that hold the words are ranked. */
const mostRanked = 300
const mostNear = 60
/** More notes than these would push away what was said. */
const mostNotes = 20

const asTheyStand =
  'What stands in quotation marks is looked for as it stands, and not by its meaning.'

export function searchCommands(
  world: World,
  isHeld: () => boolean,
): Pick<EngineApi, 'search.find'> {
  const { search, notes } = world.keeping.store

  /** Nobody says a note, and none is an action, a decision or a question. */
  function noted(query: string, { track, speaker, kind, ...rest }: SearchFilters): NoteHit[] {
    if (track !== null || speaker !== null || (kind !== null && kind !== 'note')) return []
    return notes.find(query, mostNotes, { ...rest, track, speaker, kind })
  }

  return {
    async 'search.find'({ query, filters, limit }): Promise<SearchResult> {
      const byText = (without: string | null): SearchResult => ({
        hits: search.find(query, limit, filters),
        notes: noted(query, filters),
        by: 'text',
        without,
      })
      if (filters.kind === 'note') return byText(null)
      if (query.includes('"')) return byText(asTheyStand)
      const meaning = await lookByMeaning(world, query, { patienceMs, isHeld })
      if (!('nearest' in meaning)) return byText(meaning.without)
      const hits = searchByBoth(search, { query, filters, limit }, meaning)
      return {
        hits,
        notes: noted(query, filters),
        by: 'text_and_meaning',
        without: meaning.without,
      }
    },
  }
}

interface Wish {
  readonly query: string
  readonly filters: SearchFilters
  readonly limit: number
}

/** What holds the words and what means nearly the same, the most fitting first. */
export function searchByBoth(
  search: Search,
  { query, filters, limit }: Wish,
  meaning: Pick<Meaning, 'nearest'>,
): SearchHit[] {
  const near = nearEnough(meaning.nearest(filters, mostNear)).map((of) =>
    bestSegment(query, of.places),
  )
  const marked = search.matching(query, Math.max(limit, mostRanked), filters)
  const hits = new Map([...near, ...marked].map(({ number, hit }) => [number, hit]))
  const numbers = (places: ReadonlyArray<{ readonly number: number }>): number[] =>
    places.map(({ number }) => number)
  return fuseRanks([numbers(rankByDensity(marked)), numbers(near)])
    .flatMap((number) => hits.get(number) ?? [])
    .slice(0, limit)
}
