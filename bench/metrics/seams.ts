/** Words that were said twice or lost where live text is put together, judged by what the whole recording gives. */
import { alignWords, type TimedWord } from './align-words.ts'

export interface Seams {
  /** Words that stand there a second time beside the same words. */
  readonly repeated: number
  /** Words of the whole recording's text that are missing. */
  readonly lost: number
}

export function judgeSeams(whole: readonly TimedWord[], live: readonly TimedWord[]): Seams {
  const pairs = alignWords(whole, live)
  const lost = pairs.filter(({ heard }) => heard === null).length
  let repeated = 0
  let run: number[] = []
  for (const { said, heard } of [...pairs, { said: 0, heard: 0 }]) {
    if (said === null && heard !== null) {
      run.push(heard)
      continue
    }
    if (isRepeat(live, run)) repeated += run.length
    run = []
  }
  return { repeated, lost }
}

/** Whether the words at these places, which follow each other, stand the same before or behind them. */
function isRepeat(words: readonly TimedWord[], run: readonly number[]): boolean {
  const same = (by: number): boolean => run.every((n) => words[n]?.word === words[n + by]?.word)
  return run.length > 0 && (same(-run.length) || same(run.length))
}
