import { mayBeBetter, type Refusal, refuse } from './gates.ts'
import { isPromptEcho } from './prompt-echo.ts'
import type { DecodedSegment, Decoding } from './recognizer.ts'
import { type DecodedWord, wordsOf } from './words.ts'

/** What is worth showing of a decoding, and what was held back. Times count from its first sample. */
export interface Understood {
  readonly spoken: readonly Spoken[]
  readonly refused: readonly Refused[]
  /** Something was refused that another decode, with more context and without a prompt, may hear better. */
  readonly doubtful: boolean
}

export interface Spoken {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly words: readonly DecodedWord[]
}

export interface Refused {
  readonly rule: Exclude<Refusal, 'empty'> | 'unvoiced' | 'prompt_echo'
  readonly text: string
  readonly startMs: number
  readonly endMs: number
}

/** The share of a stretch in which a voice was heard; null where that is not known. Times as in the decoding. */
export type Voiced = (startMs: number, endMs: number) => number | null

/** Times of words are not exact: a word is without voice only if there is none so far around it. */
const aroundMs = 250

/** What the decoder was told to expect. */
export interface Told {
  readonly prompt: string
  readonly vocabulary: readonly string[]
}

const nothingTold: Told = { prompt: '', vocabulary: [] }

export function understand(
  decoding: Decoding,
  voiced: Voiced = () => null,
  told: Told = nothingTold,
): Understood {
  const spoken: Spoken[] = []
  const refused: Refused[] = []
  for (const segment of decoding.segments) {
    const { startMs, endMs, text, tokens } = segment
    const rule = ruleAgainst(segment, voiced(startMs, endMs), told)
    if (rule === 'empty') continue
    if (rule !== null) refused.push({ rule, text: text.trim(), startMs, endMs })
    else {
      const words = wordsOf(text, tokens, segment, decoding.pauses)
      const silent = words.filter(
        (word) => voiced(word.startMs - aroundMs, word.endMs + aroundMs) === 0,
      )
      for (const word of silent) refused.push({ rule: 'unvoiced', ...spanOf(word) })
      const heard = silent.length === 0 ? words : words.filter((word) => !silent.includes(word))
      if (heard.length > 0) spoken.push(spokenOf(segment, words, heard))
    }
  }
  const doubtful = refused.some(
    ({ rule }) => rule === 'prompt_echo' || (rule !== 'unvoiced' && mayBeBetter(rule)),
  )
  return { spoken, refused, doubtful }
}

function ruleAgainst(
  segment: DecodedSegment,
  voiced: number | null,
  told: Told,
): Refusal | 'prompt_echo' | null {
  const { text } = segment
  const voiceShare = voiced ?? 1
  if (isPromptEcho({ text, ...told, voiceShare })) return 'prompt_echo'
  return refuse(segment, voiced)
}

function spanOf({ text, startMs, endMs }: DecodedWord) {
  return { text, startMs, endMs }
}

function spokenOf(
  { text, startMs, endMs }: DecodedSegment,
  all: readonly DecodedWord[],
  heard: readonly DecodedWord[],
): Spoken {
  if (heard.length === all.length) return { text: text.trim(), startMs, endMs, words: heard }
  return {
    text: heard.map((word) => word.text).join(' '),
    startMs: heard[0]?.startMs ?? startMs,
    endMs: heard.at(-1)?.endMs ?? endMs,
    words: heard,
  }
}
