/**
 * Takes out of what the microphone heard the words that the loudspeaker said. A word goes only when both say so: its
 * sound is what was played, and it is among the words that were understood of what was played, at that time.
 * Sound alone would delete people who talk at the same time; words alone would delete people who agree.
 */
import { matchWords, type TimedWord } from './match-words.ts'

/** Understood speech: a text and its words. */
export interface Heard<Word extends TimedWord> {
  readonly text: string
  readonly startMs: number
  readonly endMs: number
  readonly words: readonly Word[]
}

export interface Span {
  readonly startMs: number
  readonly endMs: number
}

/** What is known of the sound; all times, here and of words, count from the same moment. */
export interface Evidence {
  /** How much later a word is heard than it was played. */
  readonly lagMs: number
  /** How much of the sound of a stretch is what was played, 0 to 1. */
  readonly share: (startMs: number, endMs: number) => number
}

export interface DropRules {
  /** How far apart the same word may lie in the two texts. */
  readonly toleranceMs: number
  /** The times of words are not exact: so much sound around them counts as theirs. */
  readonly marginMs: number
  /** Models give short words hardly any time, and not their own: at least so much sound counts. */
  readonly shortestMs: number
  /** The share that matching words need, by how many stand in a row: one alone may match by chance. */
  readonly share: readonly { readonly words: number; readonly atLeast: number }[]
  /** A word with less than this cannot belong to a run that is dropped. */
  readonly possible: number
  /** The share that a misheard word and its whole segment need, where most words of it are repeated. */
  readonly misheard: number
}

export const dropRules: DropRules = {
  toleranceMs: 600,
  marginMs: 50,
  shortestMs: 500,
  share: [
    { words: 1, atLeast: 0.6 },
    { words: 2, atLeast: 0.5 },
    { words: 3, atLeast: 0.3 },
  ],
  possible: 0.15,
  misheard: 0.8,
}

export interface Dropped extends Span {
  readonly words: number
  /** What they said: to be kept where only its owner sees it, never for the log. */
  readonly text: string
}

export interface Remaining<Word extends TimedWord> {
  readonly kept: ReadonlyArray<Heard<Word>>
  readonly dropped: readonly Dropped[]
}

export function dropRepeated<Word extends TimedWord>(
  spoken: ReadonlyArray<Heard<Word>>,
  theirs: readonly TimedWord[],
  evidence: Evidence,
  rules: DropRules = dropRules,
): Remaining<Word> {
  const repeated = repeatedWords(
    spoken.flatMap((heard) => heard.words),
    theirs,
    evidence,
    rules,
  )
  const kept: Array<Heard<Word>> = []
  const dropped: Dropped[] = []
  let at = 0
  for (const heard of spoken) {
    const marks = repeated.slice(at, (at += heard.words.length))
    if (!marks.includes(true)) {
      kept.push(heard)
      continue
    }
    for (const run of runsOf(withMisheard(marks, heard.words, evidence, rules))) {
      const words = heard.words.slice(run.from, run.to)
      const startMs = words[0]?.startMs ?? heard.startMs
      const endMs = words.at(-1)?.endMs ?? heard.endMs
      const text = words.map((word) => word.text).join(' ')
      if (run.mark) dropped.push({ startMs, endMs, words: words.length, text })
      else kept.push({ text, startMs, endMs, words })
    }
  }
  return { kept, dropped }
}

/** Where the last word ends whose sound may be what was played; null: all of it was said here. */
export function mayBeRepeated(
  spoken: ReadonlyArray<Heard<TimedWord>>,
  evidence: Evidence,
  rules: DropRules = dropRules,
): number | null {
  const words = spoken.flatMap((heard) => heard.words)
  const last = words.findLast((word) => shareOf([word], evidence, rules) >= rules.possible)
  return last?.endMs ?? null
}

/** For each word whether it is repeated: it matches, and its sound is what was played. */
function repeatedWords(
  words: readonly TimedWord[],
  theirs: readonly TimedWord[],
  evidence: Evidence,
  rules: DropRules,
): boolean[] {
  const { lagMs } = evidence
  const later = theirs.map(({ text, startMs, endMs }) => ({
    text,
    startMs: startMs + lagMs,
    endMs: endMs + lagMs,
  }))
  const matches = matchWords(words, later, rules.toleranceMs).map((match) => match !== null)
  const repeated = matches.map(() => false)
  for (const { from, to, mark } of runsOf(matches)) {
    if (!mark) continue
    const row = words.slice(from, to)
    if (isPlayed(row, evidence, rules)) {
      // Its ends may be somebody who says the same words; in its middle a word's time is just not exact.
      const possible = row.map((word) => shareOf([word], evidence, rules) >= rules.possible)
      repeated.fill(
        true,
        from + Math.max(0, possible.indexOf(true)),
        from + possible.lastIndexOf(true) + 1,
      )
      continue
    }
    // Somebody may have begun to speak in the middle of it.
    const needed = shareFor(row.length, rules)
    const played = row.map((word) => shareOf([word], evidence, rules) >= needed)
    for (const part of runsOf(played))
      if (part.mark && isPlayed(row.slice(part.from, part.to), evidence, rules))
        repeated.fill(true, from + part.from, from + part.to)
  }
  return repeated
}

/** Words that were understood differently on the two ways, in a segment that is a repetition otherwise. */
function withMisheard(
  repeated: readonly boolean[],
  words: readonly TimedWord[],
  evidence: Evidence,
  rules: DropRules,
): readonly boolean[] {
  // Somebody who speaks too is heard somewhere in the segment; whose words are then whose is not known.
  if (shareOf(words, evidence, rules) < rules.misheard) return repeated
  const all = words.map(
    (word, index) => repeated[index] || shareOf([word], evidence, rules) >= rules.misheard,
  )
  const count = (marks: readonly boolean[]): number => marks.filter(Boolean).length
  return count(all) <= 2 * count(repeated) ? all : repeated
}

function isPlayed(row: readonly TimedWord[], evidence: Evidence, rules: DropRules): boolean {
  return shareOf(row, evidence, rules) >= shareFor(row.length, rules)
}

function shareOf(
  row: readonly TimedWord[],
  { share }: Evidence,
  { marginMs, shortestMs }: DropRules,
): number {
  const startMs = row[0]?.startMs ?? 0
  const endMs = row.at(-1)?.endMs ?? 0
  const around = Math.max(marginMs, (shortestMs - (endMs - startMs)) / 2)
  return share(startMs - around, endMs + around)
}

function shareFor(words: number, { share }: DropRules): number {
  return share.findLast((rule) => rule.words <= words)?.atLeast ?? 1
}

/** Equal neighbours together; `to` is exclusive. */
function runsOf(marks: readonly boolean[]): Array<{ from: number; to: number; mark: boolean }> {
  const runs: Array<{ from: number; to: number; mark: boolean }> = []
  for (const [index, mark] of marks.entries()) {
    const last = runs.at(-1)
    if (last?.mark === mark) last.to = index + 1
    else runs.push({ from: index, to: index + 1, mark })
  }
  return runs
}
