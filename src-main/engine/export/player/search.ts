/** Finding words in what is shown, whatever their case and accents. */

export interface Searchable {
  readonly element: HTMLElement
  readonly words: readonly HTMLElement[]
  readonly spaced: readonly boolean[]
}

export interface Hit {
  readonly words: readonly HTMLElement[]
}

/** Every place, in the order of the text; a place may go over several words. */
export function findHits(paragraphs: readonly Searchable[], query: string): Hit[] {
  const wanted = folded(query.trim().replaceAll(/\s+/g, ' '))
  if (wanted === '') return []
  return paragraphs.flatMap((paragraph) => hitsIn(paragraph, wanted))
}

function hitsIn({ words, spaced }: Searchable, wanted: string): Hit[] {
  let text = ''
  const ends: number[] = []
  for (const [index, word] of words.entries()) {
    text += `${spaced[index] && text !== '' ? ' ' : ''}${folded(word.textContent)}`
    ends.push(text.length)
  }
  const hits: Hit[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const first = ends.findIndex((end) => end > at)
    const last = ends.findIndex((end) => end >= at + wanted.length)
    hits.push({ words: words.slice(first, last + 1) })
  }
  return hits
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}
