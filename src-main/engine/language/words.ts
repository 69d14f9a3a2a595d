/** The words of a text, and where each of them stands. */
import { plainLetters } from './plain-letters.ts'

export interface WordAt {
  /** As it was written. */
  readonly text: string
  /** In lower case and with plain apostrophes. */
  readonly plain: string
  readonly start: number
  readonly end: number
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
/** Most texts need no table of the world's scripts to be cut: it is 20 times slower than a pattern. */
const simple = /^[\p{Script=Latin}\p{Nd}\p{P}\p{S}\s]*$/u
const latinWord = /[\p{L}\p{M}\p{Nd}]+(?:['.,:_-](?=[\p{L}\p{Nd}])[\p{L}\p{M}\p{Nd}]+)*/gu
const joint = /(?<=\p{L})[.,:](?=\p{L})|(?<=\p{Nd})[,:](?=\p{L})|(?<=\p{L})[,:](?=\p{Nd})/u
/** Italian words that lose their last letter before a vowel. */
const elided =
  /^(?:l|un|d|dell|all|dall|nell|sull|coll|quell|quest|c|s|n|m|t|v|gl|com|dov|cos|qual|anch|tutt|quant|nient|senz|mezz|bell|sant)'(?=\p{L})/u

/** In their order; `e-mail` and `3.5` are one. Elided Italian words stand for themselves: `dell'azienda` is `dell'` and `azienda`. */
export function wordsOf(text: string): WordAt[] {
  const plain = plainLetters(text)
  const words: WordAt[] = []
  for (const [start, end] of simple.test(text) ? latinSpans(plain) : segmenterSpans(plain)) {
    const cut = start + (elided.exec(plain.slice(start, end))?.[0].length ?? 0)
    if (cut > start) words.push(at(text, plain, start, cut))
    words.push(at(text, plain, cut, end))
  }
  return words
}

function at(text: string, plain: string, start: number, end: number): WordAt {
  return { text: text.slice(start, end), plain: plain.slice(start, end), start, end }
}

function* latinSpans(plain: string): Generator<readonly [number, number]> {
  for (const match of plain.matchAll(latinWord)) {
    let start = match.index
    for (const part of match[0].split(joint)) {
      yield [start, start + part.length]
      start += part.length + 1
    }
  }
}

function* segmenterSpans(plain: string): Generator<readonly [number, number]> {
  for (const { segment, index, isWordLike } of segmenter.segment(plain)) {
    if (isWordLike === true) yield [index, index + segment.length]
  }
}
