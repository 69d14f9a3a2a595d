import { memo } from 'react'
import type { Segment } from '#contract/transcript.ts'
import { FoundText } from '../../../pieces/found-text.tsx'
import { doubtfulRanges } from '../../../state/doubt.ts'
import { type Piece, pieces, type Range } from '../../../state/find-text.ts'
import { byWord, spokenWords } from '../../../state/spoken-words.ts'

interface Props {
  readonly segment: Segment
  /** What was looked for. */
  readonly found: readonly Range[]
}

/**
 * The text of a segment, word by word. A word that has a time carries it as `data-from`, and the place of its letters as
 * `data-word`; whoever listens to the whole text needs no handler for each.
 */
export const SegmentText = memo(function SegmentText({ segment, found }: Props) {
  const words = spokenWords(segment)
  const cut = pieces(segment.text, found, doubtfulRanges(segment), words)
  return byWord(cut, words).map(({ word, pieces: parts }, index) =>
    word === null ? (
      <FoundText key={index} pieces={parts.map(certain)} />
    ) : (
      <span key={index} className="word" data-word={word.from} data-from={word.startMs}>
        <FoundText pieces={parts} />
      </span>
    ),
  )
})

/** A space between two doubtful words is no word that could be wrong. */
function certain(piece: Piece): Piece {
  return piece.doubtful && piece.text.trim() === '' ? { ...piece, doubtful: false } : piece
}
