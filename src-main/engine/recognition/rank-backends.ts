import { type BackendId, processor } from './backend.ts'
import type { Verdict } from './judge-backend.ts'

/** What is known of a device of a GPU library. */
export interface KnownDevice {
  readonly id: BackendId
  /** As its library and its driver call it. */
  readonly name: string
  readonly description: string
  readonly type: string
  readonly totalMemoryBytes: number
  /** Null: not tried yet. */
  readonly verdict: Verdict | null
}

/** A device that was slower than the processor with the small clip is left alone. */
const leastSpeed = 1

/** In the order in which they are used: the fastest first, the processor last; it needs no driver. */
export function rank(devices: readonly KnownDevice[]): readonly BackendId[] {
  const fast = devices
    .filter(({ verdict }) => isWorthwhile(verdict))
    .toSorted((a, b) => speedOf(b.verdict) - speedOf(a.verdict))
  return [...fast.map(({ id }) => id), processor]
}

export function isWorthwhile(verdict: Verdict | null): boolean {
  return speedOf(verdict) >= leastSpeed
}

function speedOf(verdict: Verdict | null): number {
  return verdict?.state === 'usable' ? verdict.speed : 0
}
