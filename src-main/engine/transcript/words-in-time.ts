/** Words between the time of the stretch they were heard in and the time of the meeting, in milliseconds. */
import type { Word } from '#contract/transcript.ts'
import { endsSentence } from '../language/ends-sentence.ts'

interface Said {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly words: readonly Word[]
}

/** The words of a stretch that begins at `firstMs`, in times of the meeting. */
export function placeWords(spoken: ReadonlyArray<Pick<Said, 'words'>>, firstMs: number): Word[] {
  return spoken.flatMap(({ words }) => words.map((word) => moved(word, firstMs)))
}

/** Words in times of the meeting as sentences of a stretch that begins at `firstMs`. */
export function sayWords(words: readonly Word[], firstMs: number): Said[] {
  const sentences: Word[][] = []
  for (const word of words) {
    const open = sentences.at(-1)
    const before = open?.at(-1)
    if (open && before && !endsSentence(before)) open.push(moved(word, -firstMs))
    else sentences.push([moved(word, -firstMs)])
  }
  return sentences.map((said) => ({
    text: said.map(({ text }) => text).join(' '),
    startMs: said[0]?.startMs ?? 0,
    endMs: said.at(-1)?.endMs ?? 0,
    words: said,
  }))
}

function moved({ text, startMs, endMs, confidence }: Word, byMs: number): Word {
  return { text, startMs: startMs + byMs, endMs: endMs + byMs, confidence }
}
