/** What the decodes of one track looked at and cost. */
import type { TrackName } from '#contract/transcript.ts'
import type { HeardEvent } from '../replay/replay.ts'
import type { Stretch } from './stretches.ts'

export interface Decodes {
  /** What each decode took. */
  readonly costMs: readonly number[]
  /** New sound from one look at an utterance to the next. */
  readonly hopMs: readonly number[]
  readonly stretches: readonly Stretch[]
}

export function decodesOf(events: readonly HeardEvent[], track: TrackName): Decodes {
  const costMs: number[] = []
  const hopMs: number[] = []
  const stretches: Stretch[] = []
  let lookedTo: number | null = null
  for (const { event } of events) {
    if (event.type !== 'decode.measured' || event.track !== track) continue
    const { kind, fromMs, toMs, encodeMs, decodeMs } = event
    costMs.push(encodeMs + decodeMs)
    stretches.push({ fromMs, toMs })
    if (kind === 'final') continue
    // A stretch that begins behind the last look is of another utterance.
    if (kind === 'look' && lookedTo !== null && fromMs < lookedTo) hopMs.push(toMs - lookedTo)
    lookedTo = kind === 'look' ? toMs : null
  }
  return { costMs, hopMs, stretches }
}
