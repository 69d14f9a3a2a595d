import { comparedWords, wordDistance } from '../language/word-distance.ts'

/** Words that must be changed, added or removed to make the one text of the other, as a share of those that were said. */
export function wordErrorShare(said: string, heard: string): number {
  const expected = comparedWords(said)
  return wordDistance(expected, comparedWords(heard)) / Math.max(1, expected.length)
}
