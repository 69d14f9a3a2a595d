import type { Slot } from './ring.ts'

/** How this computer keeps the master key of a folder, so that its owner is not asked for anything. */
export interface OwnKeeping {
  readonly kind: 'system' | 'file'
  lock(master: Uint8Array, ringId: string): Slot
  /** Null for a slot of another kind, and for one that cannot be opened here. */
  open(slot: Slot, ringId: string): Buffer | null
  /** Leaves nothing of it on this computer. */
  forget(slot: Slot, ringId: string): void
}
