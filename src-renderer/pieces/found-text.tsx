import { Fragment } from 'react'
import type { Piece } from '../state/find-text.ts'

/** A text in which what was looked for is marked. */
export function FoundText({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map(({ text, found }, index) =>
    // The pieces of one text never move, so their place is their name.
    found ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>,
  )
}
