/** Models that hear nothing sometimes print what they were told to expect. */

interface Printed {
  readonly text: string
  /** What the decoder was given. */
  readonly prompt: string
  readonly vocabulary: readonly string[]
  /** How much of the decoded sound is voice, 0 to 1. */
  readonly voiceShare: number
}

/** Fewer may well be said once more: a name, "thank you". */
const fewestTokens = 5
/** Below this nobody has said several names one after the other. */
const hardlyAnyVoice = 0.2

/** Whether a text is the end of its own prompt, or nothing but terms where hardly anybody spoke. */
export function isPromptEcho({ text, prompt, vocabulary, voiceShare }: Printed): boolean {
  const words = wordsIn(text)
  if (words.length === 0 || prompt === '') return false
  if (endsWith(wordsIn(prompt), words) && tokensIn(words) >= fewestTokens) return true
  return voiceShare < hardlyAnyVoice && countTerms(words, vocabulary) >= 2
}

function endsWith(all: readonly string[], end: readonly string[]): boolean {
  return end.length <= all.length && end.every((word, at) => word === all.at(at - end.length))
}

/** Common words are one token each, long and rare ones several. */
function tokensIn(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + Math.max(1, Math.round(word.length / 5)), 0)
}

/** How many terms in a row the words are; 0 where anything else is among them. */
function countTerms(words: readonly string[], vocabulary: readonly string[]): number {
  const terms = vocabulary
    .map(wordsIn)
    .filter((term) => term.length > 0)
    .toSorted((a, b) => b.length - a.length)
  let at = 0
  let count = 0
  while (at < words.length) {
    const start = at
    const term = terms.find((one) => one.every((word, index) => word === words[start + index]))
    if (!term) return 0
    at += term.length
    count += 1
  }
  return count
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
