/** The places of all meetings that a question may be answered from. */
import type { SearchFilters } from '#contract/ask.ts'
import type { Source } from './ask/answer.ts'
import { fitsKind, fitsWanted } from './ask/fits.ts'
import { fuseRanks } from './ask/fuse-ranks.ts'
import { bestSegment, nearEnough } from './ask/rank-hits.ts'
import type { Question } from './ask/read-question.ts'
import { coverage, stemsOf, type Weights, weightsOf } from './ask/weigh.ts'
import type { Meaning } from './look-by-meaning.ts'
import type { Place, Search } from './store/search.ts'

/** So many of the newest that hold a word are looked at; all of them where the word is rarer. */
const mostOfTerm = 200
/** Of the rarest words, those that occur together are looked for everywhere. */
const pairedTerms = 4
/** So many are read word for word. */
const mostRead = 100
/** Names of speakers that are compared with the words of a question. */
const mostSpeakers = 500
const mostRanked = 40
const mostNear = 20
const mostSources = 12

export interface Found {
  readonly sources: readonly Source[]
  readonly weights: Weights
}

export function findSources(
  search: Search,
  question: Question,
  filters: SearchFilters,
  meaning: Meaning | null,
): Found {
  const { weights, places } = byWords(search, question, filters)
  const near = nearEnough(meaning?.nearest(filters, mostNear) ?? []).map(({ places: of }) =>
    bestSegment(question.text, of),
  )
  const ofKind =
    question.kind === null || filters.kind !== null
      ? []
      : search.newest(mostOfTerm, { ...filters, kind: question.kind })
  const kindNumbers = new Set(ofKind.map(({ number }) => number))
  const rated = [...new Map([...places, ...ofKind].map((place) => [place.number, place])).values()]
    .map((place) => ({ place, share: coverage(question, weights, place.hit.segment) }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share || b.place.number - a.place.number)
    .slice(0, mostRanked)
    .map(({ place }) => place)
  const fitting = [...rated, ...near].filter(
    ({ number, hit: { segment } }) =>
      fitsWanted(question.wanted, segment) &&
      (kindNumbers.has(number) || fitsKind(question.kind, segment)),
  )
  const known = new Map([...rated, ...near].map((place) => [place.number, place]))
  const order = fuseRanks([rated, near, fitting].map((list) => list.map(({ number }) => number)))
  const sources = order.slice(0, mostSources).flatMap((number) => {
    const place = known.get(number)
    if (!place) return []
    const { before, after } = search.beside(number)
    const isOfKind = kindNumbers.has(number)
    return [{ hit: place.hit, before: before?.hit ?? null, after: after?.hit ?? null, isOfKind }]
  })
  return { sources, weights }
}

function byWords(
  search: Search,
  { terms, language }: Question,
  filters: SearchFilters,
): { readonly weights: Weights; readonly places: readonly Place[] } {
  const names = filters.speaker === null ? search.speakers(mostSpeakers) : []
  const held = terms.map(({ stem, beginning }) => {
    const { places, matches } = search.holding([beginning], mostOfTerm, filters)
    const bySpeaker = names
      .filter((name) => stemsOf(name, language).has(stem))
      .flatMap((speaker) => search.newest(mostOfTerm, { ...filters, speaker }))
    return {
      beginning,
      places: [...places, ...bySpeaker],
      matches: matches + bySpeaker.length,
    }
  })
  const weights = weightsOf(
    held.map(({ matches }) => matches),
    search.size(),
  )
  const rarest = held
    .filter(({ matches }) => matches > 0)
    .toSorted((a, b) => a.matches - b.matches)
    .slice(0, pairedTerms)
  const lists: Array<{ places: readonly Place[]; weight: number }> = held.map(
    ({ places }, term) => ({ places, weight: weights.terms[term] ?? 0 }),
  )
  for (const [index, one] of rarest.entries()) {
    for (const other of rarest.slice(index + 1)) {
      const { places } = search.holding([one.beginning, other.beginning], mostOfTerm, filters)
      lists.push({ places, weight: weights.sum })
    }
  }
  const scores = new Map<number, { readonly place: Place; score: number }>()
  for (const { places, weight } of lists) {
    for (const place of places) {
      const known = scores.get(place.number)
      if (known) known.score += weight
      else scores.set(place.number, { place, score: weight })
    }
  }
  const places = [...scores.values()]
    .toSorted((a, b) => b.score - a.score || b.place.number - a.place.number)
    .slice(0, mostRead)
    .map(({ place }) => place)
  return { weights, places }
}
