import type { Piece } from '../../state/find-text.ts'

export const groups = ['act', 'go', 'meeting', 'setting', 'said'] as const

/** One line of the palette. */
export interface Choice {
  readonly id: string
  readonly group: (typeof groups)[number]
  readonly name: string
  /** Other words by which it may be looked for. */
  readonly also?: string
  /** Said beside the name, like a day. */
  readonly beside?: string
  readonly keys?: string
  /** The name with what matched in it marked. */
  readonly pieces?: readonly Piece[]
  readonly act: () => void
}
