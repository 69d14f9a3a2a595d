/** Words that were said twice or lost where live text is put together, judged by what the whole recording gives. */
import { alignWords, type Pair, type TimedWord } from './align-words.ts'

export interface Seams {
  /** Words too many that stand beside the same words a second time. */
  readonly repeated: number
  /** Words of the whole recording's text that are missing. */
  readonly lost: number
}

/** Two words in a row that come again within so many are a repetition. */
const near = 20

/** What was said tells a repetition from words that only the whole recording's reading lacks. */
export function judgeSeams(
  said: readonly TimedWord[],
  whole: readonly TimedWord[],
  live: readonly TimedWord[],
): Seams {
  const pairs = alignWords(whole, live)
  const tooMany = new Set(added(alignWords(said, live)))
  const words = live.map(({ word }) => word)
  return {
    repeated: added(pairs).filter((place) => tooMany.has(place) && isRepeat(words, place)).length,
    lost: pairs.filter(({ heard }) => heard === null).length,
  }
}

function added(pairs: readonly Pair[]): number[] {
  return pairs.flatMap((pair) => (pair.said === null ? (pair.heard ?? []) : []))
}

function isRepeat(words: readonly string[], place: number): boolean {
  const word = words[place]
  if (word === words[place - 1] || word === words[place + 1]) return true
  return comesAgain(words, place - 1) || comesAgain(words, place)
}

/** Whether this word and the next one stand nearby once more. */
function comesAgain(words: readonly string[], place: number): boolean {
  const [first, second] = [words[place], words[place + 1]]
  if (first === undefined || second === undefined) return false
  for (let other = Math.max(0, place - near); other <= place + near; other++) {
    if (other !== place && words[other] === first && words[other + 1] === second) return true
  }
  return false
}
