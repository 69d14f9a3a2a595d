/** Puts what was found in an order, before the orders are fused. */
import type { SearchHit } from '#contract/meeting.ts'
import { readQuestion } from './read-question.ts'
import { stemsOf } from './weigh.ts'

interface Found {
  readonly number: number
  readonly hit: SearchHit
}

/** All of them hold the words: where these make up more of what is said, it is more about them. The given order decides the rest. */
export function rankByDensity<T extends Pick<Found, 'hit'>>(found: readonly T[]): T[] {
  const density = new Map(
    found.map((each) => {
      const matches = each.hit.snippet.split('\u0002').length - 1
      return [each, matches / (10 + each.hit.segment.text.split(/\s+/u).length)]
    }),
  )
  return found.toSorted((a, b) => (density.get(b) ?? 0) - (density.get(a) ?? 0))
}

/** The segment of a passage that has most words of a text; of equals the longest. */
export function bestSegment<T extends Found>(text: string, places: readonly T[]): T {
  const { terms, language } = readQuestion(text)
  const rated = places.map((place) => {
    const stems = stemsOf(place.hit.segment.text, language)
    const shared = terms.filter(({ stem }) => stems.has(stem)).length
    return { place, shared, length: place.hit.segment.text.length }
  })
  const [best] = rated.toSorted((a, b) => b.shared - a.shared || b.length - a.length)
  if (!best) throw new Error('A passage has segments')
  return best.place
}

/** What is further away has nothing to do with it. Cosines of the models that are offered lie above this for what fits. */
const leastSimilarity = 0.25
/** And what is so much further away than the nearest is only noise around it. */
const widest = 0.25

export function nearEnough<T extends { readonly similarity: number }>(near: readonly T[]): T[] {
  const best = near[0]?.similarity ?? 0
  return near.filter(({ similarity }) => similarity >= Math.max(leastSimilarity, best - widest))
}
