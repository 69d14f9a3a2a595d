/** The figures by which live text is judged, from what was told while a known sound was played. */
import type { TrackName } from '#contract/transcript.ts'
import type { Transcript } from '#contract/meeting.ts'
import { plainWords, wordErrors, type WordErrors } from '../src-main/testing/word-errors.ts'
import { alignWords, type TimedWord } from './metrics/align-words.ts'
import { type Decodes, decodesOf } from './metrics/decodes.ts'
import { type CommittedWord, type FollowedText, followText } from './metrics/follow-text.ts'
import { judgeSeams, type Seams } from './metrics/seams.ts'
import { lengthMs, uncoveredMs } from './metrics/stretches.ts'
import type { Replayed } from './replay/replay.ts'
import type { Said } from './sounds/compose.ts'

/** What one track of one replay gave. Times are milliseconds of sound, one for each word or utterance. */
export interface TrackMeasures {
  readonly track: TrackName
  readonly soundMs: number
  readonly speechMs: number
  /** From the beginning of an utterance's first word to its first showing. */
  readonly firstWordMs: readonly number[]
  /** From the end of a word to its first showing. */
  readonly displayMs: readonly number[]
  /** From the end of a word to its commit. */
  readonly commitMs: readonly number[]
  /** From the end of an utterance to the commit of its last word. */
  readonly finalMs: readonly number[]
  readonly words: number
  readonly erased: number
  readonly unstable: number
  readonly committedChanged: number
  readonly live: WordErrors
  /** Null where nobody read the whole recording. */
  readonly offline: WordErrors | null
  readonly seams: Seams | null
  readonly decodes: Decodes
  /** Null where no decode was told. */
  readonly undecodedMs: number | null
  /** Sound that the ledger or the reader left out. */
  readonly unreadMs: number
}

/** A pause from which on the next word begins a new utterance. */
const pauseMs = 500

export function measureTracks(
  replayed: Replayed,
  said: readonly Said[],
  offline: Transcript | null,
): TrackMeasures[] {
  return replayed.transcript.tracks.map(({ name: track, account }) => {
    const reference = said.filter((sentence) => sentence.track === track)
    const text = followText(replayed.events, track)
    const decodes = decodesOf(replayed.events, track)
    const whole = offline?.segments.filter((segment) => segment.track === track) ?? null
    const saidText = reference.flatMap(({ words }) => words.map((word) => word.text)).join(' ')
    const voiced = replayed.voiced.filter((stretch) => stretch.track === track)
    const lost = (account?.lengthMs ?? 0) * (1 - (account?.captured ?? 0))
    return {
      track,
      soundMs: account?.lengthMs ?? 0,
      speechMs: lengthMs(spokenStretches(reference)),
      ...latencies(reference, text.words),
      words: text.words.length,
      erased: text.erased,
      unstable: text.unstable,
      committedChanged: text.committedChanged + vanished(text, replayed.transcript),
      live: wordErrors(saidText, text.words.map(({ word }) => word).join(' ')),
      offline: whole && wordErrors(saidText, whole.map((segment) => segment.text).join(' ')),
      seams:
        whole &&
        judgeSeams(
          utterancesOf(reference),
          timedWords(whole.flatMap(({ words }) => words)),
          text.words,
        ),
      decodes,
      undecodedMs: decodes.stretches.length > 0 ? uncoveredMs(voiced, decodes.stretches) : null,
      unreadMs: lost + replayed.meeting.unreadMs,
    }
  })
}

/** Words of committed segments that are no longer kept as they were told, a stronger reading apart. */
function vanished({ segments }: FollowedText, { segments: kept }: Transcript): number {
  let words = 0
  for (const segment of segments.values()) {
    const now = kept.find(({ id }) => id === segment.id)
    if (now ? now.status === 'final' : isRevised(segment, kept)) continue
    const differs = segment.words.findIndex(({ text }, n) => text !== now?.words[n]?.text)
    if (differs >= 0) words += segment.words.length - differs
  }
  return words
}

type Span = Transcript['segments'][number]

function isRevised(segment: Span, kept: readonly Span[]): boolean {
  return kept.some(
    ({ status, track, startMs, endMs }) =>
      status === 'final' &&
      track === segment.track &&
      startMs < segment.endMs &&
      endMs > segment.startMs,
  )
}

interface SaidTimed extends TimedWord {
  /** The first of an utterance. */
  readonly begins: boolean
  /** The last of an utterance. */
  readonly ends: boolean
}

type Latencies = Pick<TrackMeasures, 'firstWordMs' | 'displayMs' | 'commitMs' | 'finalMs'>

function latencies(reference: readonly Said[], heard: readonly CommittedWord[]): Latencies {
  const said = utterancesOf(reference)
  const result: Record<keyof Latencies, number[]> = {
    firstWordMs: [],
    displayMs: [],
    commitMs: [],
    finalMs: [],
  }
  for (const pair of alignWords(said, heard)) {
    const word = pair.said === null ? undefined : said[pair.said]
    const seen = pair.heard === null ? undefined : heard[pair.heard]
    if (!word || word.word !== seen?.word) continue
    if (word.begins && word.startMs !== null) result.firstWordMs.push(seen.shownAtMs - word.startMs)
    if (word.endMs === null) continue
    result.displayMs.push(seen.shownAtMs - word.endMs)
    result.commitMs.push(seen.committedAtMs - word.endMs)
    if (word.ends) result.finalMs.push(seen.committedAtMs - word.endMs)
  }
  return result
}

function utterancesOf(reference: readonly Said[]): SaidTimed[] {
  const sentences = reference.map(({ words }) => timedWords(words))
  return sentences.flatMap((words, n) => {
    const begins = isPause(sentences[n - 1]?.at(-1), words[0])
    const ends = isPause(words.at(-1), sentences[n + 1]?.[0])
    return words.map((word, place) => ({
      ...word,
      begins: begins && place === 0,
      ends: ends && place === words.length - 1,
    }))
  })
}

function isPause(before: TimedWord | undefined, after: TimedWord | undefined): boolean {
  const ended = before?.endMs ?? -Infinity
  const begins = after?.startMs ?? Infinity
  return begins - ended >= pauseMs
}

function timedWords(
  words: ReadonlyArray<{ text: string; startMs: number | null; endMs: number | null }>,
): TimedWord[] {
  return words.flatMap(({ text, startMs, endMs }) =>
    plainWords(text).map((word) => ({ word, startMs, endMs })),
  )
}

function spokenStretches(reference: readonly Said[]) {
  return reference.flatMap(({ words }) => {
    const [first, last] = [words[0]?.startMs ?? null, words.at(-1)?.endMs ?? null]
    return first === null || last === null ? [] : [{ fromMs: first, toMs: last }]
  })
}
