import { useState } from 'react'
import type { SegmentId } from '#contract/ids.ts'

/** Somebody stepped to a found segment; it counts until other words are looked for or another place is come for. */
interface Step {
  readonly to: SegmentId
  readonly places: readonly SegmentId[]
  readonly arrival: SegmentId | null
}

/**
 * Which segment is lit: the one somebody came for, else the first found, then the found ones step by step. `at`
 * counts from 0 and is -1 when the lit segment is none of the places.
 */
export function usePlace(places: readonly SegmentId[], arrival: SegmentId | null) {
  const [stepped, setStepped] = useState<Step | null>(null)
  const valid = stepped?.places === places && stepped.arrival === arrival ? stepped.to : null
  const litId = valid ?? arrival ?? places[0] ?? null
  const at = litId === null ? -1 : places.indexOf(litId)

  function step(by: 1 | -1): void {
    const next = at < 0 ? (by > 0 ? 0 : -1) : (at + by) % places.length
    const to = places.at(next)
    if (to !== undefined) setStepped({ to, places, arrival })
  }

  return { litId, at, step }
}
