import type { RefusalId } from '#contract/ids.ts'
import type { TrackName } from '#contract/transcript.ts'
import { clipping, type Place } from './place-segments.ts'

/** What was held back, before it has a place; times count from the first sample of the stretch it was heard in. */
interface Held {
  readonly rule: string
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

interface PlacedRefusal extends Held {
  readonly id: RefusalId
  readonly track: TrackName
}

/** Words that were held back one by one, by the same rule and with no more time between them, are one place. */
const togetherMs = 1_000

/** Gives what was held back its place in the meeting, as text gets its own. */
export function placeRefusals(
  held: readonly Held[],
  { track, ...stretch }: Pick<Place, 'track' | 'from' | 'to'>,
  newId: () => RefusalId,
): PlacedRefusal[] {
  const clip = clipping(stretch)
  const placed = held.map(({ rule, text, startMs, endMs }) => {
    const first = clip(startMs)
    return { rule, text, startMs: first, endMs: Math.max(first, clip(endMs)) }
  })
  return joined(placed).map((each) => ({ ...each, id: newId(), track }))
}

function joined(held: readonly Held[]): Held[] {
  const places: Held[] = []
  for (const next of held.toSorted((a, b) => a.startMs - b.startMs)) {
    const last = places.at(-1)
    if (last?.rule === next.rule && next.startMs - last.endMs <= togetherMs) {
      const endMs = Math.max(last.endMs, next.endMs)
      places.splice(-1, 1, { ...last, text: `${last.text} ${next.text}`, endMs })
    } else places.push(next)
  }
  return places
}
