/** What a language model wrote is shown only as far as the text that it cites bears it out. */
import type { Citation } from '#contract/citation.ts'
import { unsupported } from '../evidence/check-support.ts'

/** As it was written, its sources by their numbers in the prompt. */
export interface WrittenLine {
  readonly text: string
  readonly cites: readonly number[]
}

/** Where something was said, and what was said there. */
export interface Place {
  readonly citation: Citation
  readonly text: string
}

/** What may be cited under one number. */
export type Source = readonly Place[]

export interface CheckedLine {
  readonly text: string
  readonly places: readonly Place[]
}

export type Supports = typeof unsupported

const mostPlaces = 12

/** `sources` by number, from 1. A line goes whole, or stays as it is; it is never mended. */
export function checkLines(
  lines: readonly WrittenLine[],
  sources: readonly Source[],
  supports: Supports = unsupported,
): { readonly kept: CheckedLine[]; readonly dropped: number } {
  const kept = lines.flatMap((line) => checked(line, sources, supports) ?? [])
  return { kept, dropped: lines.length - kept.length }
}

function checked(
  { text, cites }: WrittenLine,
  sources: readonly Source[],
  supports: Supports,
): CheckedLine | null {
  const cited = [...new Set(cites)].map((number) => sources[number - 1])
  const resolved = cited.filter((source) => source !== undefined)
  const claim = text.replace(/\s+/g, ' ').trim()
  if (claim === '' || resolved.length === 0 || resolved.length < cited.length) return null
  const byId = new Map(resolved.flat().map((place) => [place.citation.segmentId, place]))
  // What is not shown as a source bears nothing out.
  const places = [...byId.values()].slice(0, mostPlaces)
  if (
    supports(
      claim,
      places.map((place) => place.text),
    ).length > 0
  )
    return null
  return { text: claim, places }
}
