import { type Refusal, refuse } from './gates.ts'
import type { Decoding } from './recognizer.ts'
import { type DecodedWord, wordsOf } from './words.ts'

/** What is worth showing of a decoding, and what was held back. Times count from its first sample. */
export interface Understood {
  readonly spoken: readonly Spoken[]
  readonly refused: ReadonlyArray<{
    readonly rule: Refusal
    readonly startMs: number
    readonly endMs: number
    /** What it said: to be kept where only its owner sees it, never for the log. */
    readonly said: Pick<Spoken, 'text' | 'words'>
  }>
}

export interface Spoken {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly words: readonly DecodedWord[]
}

export function understand(decoding: Decoding): Understood {
  const spoken: Spoken[] = []
  const refused: Array<Understood['refused'][number]> = []
  for (const segment of decoding.segments) {
    const { startMs, endMs, text, tokens } = segment
    const rule = refuse(segment)
    const said = { text: text.trim(), words: wordsOf(text, tokens, segment) }
    if (rule === null) spoken.push({ ...said, startMs, endMs })
    else if (rule !== 'empty') refused.push({ rule, startMs, endMs, said })
  }
  return { spoken, refused }
}
