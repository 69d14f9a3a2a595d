import type { RefusalId } from '#contract/ids.ts'
import type { TrackName, Word } from '#contract/transcript.ts'
import { clipping, type Place, placeWords } from './place-segments.ts'

/** What was held back, before it has a place; times count from the first sample of the stretch it was heard in. */
interface Held {
  readonly rule: string
  readonly startMs: number
  readonly endMs: number
  readonly said: { readonly text: string; readonly words: ReadonlyArray<Readonly<Word>> }
}

interface PlacedRefusal {
  readonly id: RefusalId
  readonly track: TrackName
  readonly rule: string
  readonly startMs: number
  readonly endMs: number
  readonly text: string
  readonly words: readonly Word[]
}

/** Gives what was held back its place in the meeting, as text gets its own. What says nothing is not worth keeping. */
export function placeRefusals(
  held: readonly Held[],
  { track, ...stretch }: Pick<Place, 'track' | 'from' | 'to'>,
  newId: () => RefusalId,
): PlacedRefusal[] {
  const clip = clipping(stretch)
  return held
    .filter(({ said }) => said.text !== '')
    .map(({ rule, startMs, endMs, said }) => {
      const first = clip(startMs)
      return {
        id: newId(),
        track,
        rule,
        startMs: first,
        endMs: Math.max(first, clip(endMs)),
        text: said.text,
        words: placeWords(said.words, clip),
      }
    })
}
