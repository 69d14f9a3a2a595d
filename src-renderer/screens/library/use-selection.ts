import { useState } from 'react'
import type { MeetingId } from '#contract/ids.ts'
import { all, among, extend, nothing, toggle } from '../../state/selection.ts'

export interface Chosen {
  readonly chosen: ReadonlySet<MeetingId>
  toggle(id: MeetingId): void
  /** From where the last choice was made to here. */
  extend(id: MeetingId): void
  all(): void
  none(): void
}

/** Which of what is shown is chosen; what is not shown any more is not. */
export function useSelection(shown: readonly MeetingId[]): Chosen {
  const [kept, setKept] = useState(nothing<MeetingId>)
  const selection = among(kept, shown)
  return {
    chosen: selection.chosen,
    toggle: (id) => setKept((before) => toggle(among(before, shown), id)),
    extend: (id) => setKept((before) => extend(among(before, shown), id, shown)),
    all: () => setKept(all(shown)),
    none: () => setKept(nothing()),
  }
}
