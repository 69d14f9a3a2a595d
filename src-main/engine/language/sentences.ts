/** The sentences of a text, and where each of them stands. */

export interface SentenceAt {
  readonly text: string
  readonly start: number
  readonly end: number
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
/** A full stop that ends no sentence. */
const abbreviation =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|vs|no|nr|etc|approx|e\.g|i\.e|sig|sig\.ra|dott|dott\.ssa|ing|avv|arch|geom|rag|es|ad es|ecc|pag|art|fig|tel|\p{L})\.\s*$/iu

/** In their order, without the space around them. A text without marks is one sentence. */
export function sentencesOf(text: string): SentenceAt[] {
  const sentences: SentenceAt[] = []
  let start = 0
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length
    const piece = text.slice(start, end)
    if (end < text.length && abbreviation.test(piece)) continue
    const trimmed = piece.trim()
    if (trimmed !== '') {
      const from = start + piece.indexOf(trimmed)
      sentences.push({ text: trimmed, start: from, end: from + trimmed.length })
    }
    start = end
  }
  return sentences
}
