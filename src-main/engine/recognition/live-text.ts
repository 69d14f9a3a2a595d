/**
 * The words of an utterance while it is spoken: which of them may still change, and which are settled for good.
 *
 * Each look decodes the window, which begins at `from` and ends at the live edge. A word is committed when two looks
 * in a row agree on it and on all words before it, and it lies far enough from the edge (LocalAgreement-2 with a
 * hold-back: Macháček et al., arXiv 2307.14743; the guard as in AlignAtt, arXiv 2305.11408). Committed words are only ever
 * added to. Everything here is pure; times of words are milliseconds of the meeting, positions are samples.
 */
import type { Word } from '#contract/transcript.ts'
import { toMs, toSamples } from '../audio/frames.ts'
import { endsSentence } from '../language/ends-sentence.ts'
import type { LiveRules } from './live-rules.ts'
import { matchCommitted } from './match-committed.ts'
import { plainWord } from './plain-word.ts'

export interface LiveText {
  /** Where the next look begins. */
  readonly from: number
  /** Committed words in the window, for they are heard again by every look. */
  readonly committed: readonly Word[]
  /** What the last look heard behind them, how much of it the look before heard too, and where it ended. */
  readonly seen: { readonly words: readonly Word[]; readonly agreed: number; readonly to: number }
}

/** What becomes of a decode: words that are settled by it, and words that may still change. */
export interface Settled {
  readonly text: LiveText
  readonly commit: readonly Word[]
  readonly open: readonly Word[]
}

export function openAt(from: number): LiveText {
  return { from, committed: [], seen: { words: [], agreed: 0, to: from } }
}

/** Takes in what a look at the window heard; the look ended at `to`. */
export function look(
  text: LiveText,
  words: readonly Word[],
  to: number,
  rules: LiveRules,
): Settled {
  const known = matchCommitted(text.committed, words)
  const heard = words.slice(known)
  const { seen } = text
  const same = rules.witnesses === 1 ? heard.length : agreement(seen.words, heard)
  // Two looks at nearly the same sound are one witness.
  const apart = rules.witnesses === 1 || to - seen.to >= rules.apart
  const agreed = apart ? same : Math.min(same, seen.agreed)
  const settledMs = toMs(to) - rules.guardMs
  const beyond = heard.findIndex(({ endMs }) => endMs > settledMs)
  // Whether the last word ends a sentence is known only when the next one is heard.
  const most = Math.max(0, Math.min(agreed, beyond < 0 ? heard.length : beyond, heard.length - 1))
  const [commit, open] = [heard.slice(0, most), heard.slice(most)]
  return {
    text: {
      from: text.from,
      committed: [...asHeardNow(text.committed, words.slice(0, known)), ...commit],
      seen: { words: open, agreed: agreed - most, to: apart ? to : seen.to },
    },
    commit,
    open,
  }
}

/**
 * The utterance is over, and this was heard of all of its window: whatever is new is settled. A decode that hears nothing
 * more does not take away what two looks agreed on.
 */
export function end(text: LiveText, words: readonly Word[]): readonly Word[] {
  const heard = words.slice(matchCommitted(text.committed, words))
  if (heard.length > 0) return heard
  return text.seen.words.slice(0, text.seen.agreed)
}

/**
 * Nobody pauses, and the window is full or nothing has looked at it in time: what lies far enough from its end is settled without a second look, and the next
 * window begins behind it, between two words.
 */
export function cut(text: LiveText, words: readonly Word[], to: number, rules: LiveRules): Settled {
  const heard = words.slice(matchCommitted(text.committed, words))
  const settledMs = toMs(to) - rules.guardMs
  const beyond = heard.findIndex(({ endMs }) => endMs > settledMs)
  const commit = beyond < 0 ? heard : heard.slice(0, beyond)
  const open = beyond < 0 ? [] : heard.slice(beyond)
  const next = open[0]
  const lastMs = (commit.at(-1) ?? text.committed.at(-1))?.endMs ?? toMs(text.from)
  const from = next ? toSamples((lastMs + Math.max(lastMs, next.startMs)) / 2) : to
  return { text: openAt(Math.min(to, Math.max(text.from, from))), commit, open }
}

/**
 * The same text with a shorter window, where that is long and settled words are followed by a pause or end a sentence:
 * it begins anew behind the last such word. Words behind it stay in the window.
 */
export function trim(text: LiveText, rules: LiveRules): LiveText {
  const { committed, seen, from } = text
  if (seen.to - from < rules.trimFrom) return text
  const following = [...committed, ...seen.words]
  const at = committed.findLastIndex((word, index) => {
    const next = following[index + 1]
    return next && (next.startMs - word.endMs >= rules.pauseMs || endsSentence(word))
  })
  const [last, next] = [committed[at], following[at + 1]]
  if (!last || !next) return text
  const middle = toSamples((last.endMs + next.startMs) / 2)
  const begin = Math.min(Math.max(from, middle), seen.to)
  return { from: begin, committed: committed.slice(at + 1), seen }
}

/** Times of words differ from look to look; what is compared with each other must come from one of them. */
function asHeardNow(committed: readonly Word[], now: readonly Word[]): readonly Word[] {
  return now.length === committed.length ? now : committed
}

/** How many words at the beginning of both are the same. */
function agreement(one: readonly Word[], other: readonly Word[]): number {
  const differs = one.findIndex(
    ({ text }, index) => plainWord(text) !== plainWord(other[index]?.text ?? ''),
  )
  return differs < 0 ? Math.min(one.length, other.length) : differs
}
