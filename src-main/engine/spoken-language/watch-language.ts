/** Notices when the text of a meeting is not in its language, from the end of what was committed on each track. */
import type { Segment, TrackName } from '#contract/transcript.ts'
import type { LanguageIdentifier } from './identify-language.ts'
import { judgeText } from './judge-text.ts'

/** Less text says too little. */
const leastCharacters = 150
/** What was said long ago does not count against what is said now. */
const keptCharacters = 400
/** A text is judged again when it has grown by this much. */
const stepCharacters = 80
/** So many judgements in a row change the mind: one may be a list of names, or a quotation. */
const inARow = 2

interface Track {
  readonly pieces: ReadonlyMap<Segment['id'], string>
  /** Characters that came since the last judgement. */
  readonly grown: number
  /** The language that the last judgements named, or null for the expected one; and how many there were. */
  readonly seen: string | null
  readonly times: number
  /** What is believed of this track: null, that it is as expected. */
  readonly looksLike: string | null
}

export interface LanguageWatch {
  /** Takes in a committed segment, also one that has grown, in a meeting whose language is known. */
  heard(segment: Pick<Segment, 'id' | 'track' | 'text'>, language: string): void
  /** The language was changed: what was written before does not count. */
  forget(): void
  /** The language that the text looks like instead; null where all is well, or nothing can be said. */
  looksLike(): string | null
}

const fresh: Track = { pieces: new Map(), grown: 0, seen: null, times: 0, looksLike: null }

export function watchLanguage(identifier: LanguageIdentifier): LanguageWatch {
  const tracks = new Map<TrackName, Track>()

  return {
    heard({ id, track, text }, language) {
      const before = tracks.get(track) ?? fresh
      const known = before.pieces.get(id)?.length ?? 0
      const pieces = latest(new Map([...before.pieces, [id, text]]))
      const grown = before.grown + Math.max(0, text.length - known)
      const whole = [...pieces.values()].join(' ')
      const enough = whole.length >= leastCharacters && grown >= stepCharacters
      tracks.set(
        track,
        enough
          ? judged({ ...before, pieces, grown: 0 }, whole.slice(-keptCharacters), language)
          : { ...before, pieces, grown },
      )
    },
    forget: () => tracks.clear(),
    looksLike: () => tracks.values().find(({ looksLike }) => looksLike !== null)?.looksLike ?? null,
  }

  function judged(track: Track, text: string, language: string): Track {
    const verdict = judgeText(identifier, text, language)
    if (verdict.kind === 'unsure') return track
    const seen = verdict.kind === 'other' ? verdict.language : null
    const times = seen === track.seen ? track.times + 1 : 1
    return { ...track, seen, times, looksLike: times >= inARow ? seen : track.looksLike }
  }
}

/** The last pieces, as many as count. */
function latest(pieces: ReadonlyMap<Segment['id'], string>): ReadonlyMap<Segment['id'], string> {
  const kept: Array<readonly [Segment['id'], string]> = []
  let characters = 0
  for (const piece of [...pieces].toReversed()) {
    if (characters >= keptCharacters) break
    kept.unshift(piece)
    characters += piece[1].length
  }
  return new Map(kept)
}
