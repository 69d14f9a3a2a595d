/** The text of one track while it is spoken: looks show it and settle it word by word, its end settles the rest. */
import type { TrackName, Word } from '#contract/transcript.ts'
import { toMs, toSamples } from './audio/frames.ts'
import { quietestPlace } from './audio/quietest.ts'
import { hopAfter, rememberCost } from './recognition/hop.ts'
import { cut, end, type LiveText, look, openAt, trim } from './recognition/live-text.ts'
import type { Understood } from './recognition/understand.ts'
import { type Rank, rank } from './runtime/turns.ts'
import type { Kept, MeetingReading, PipelineParts, Stretch, TrackReader } from './track-reader.ts'
import { closeSegments, type GrowingText, growSegments } from './transcript/grow-segments.ts'
import { goesOn, growingAt, heardAgain } from './seam.ts'
import { placeWords, sayWords } from './transcript/words-in-time.ts'
import type { Utterance } from './voice/cut-utterances.ts'

interface Where {
  readonly reader: TrackReader
  readonly meeting: MeetingReading
  readonly track: TrackName
}

/** What was heard of a stretch. `words` are in times of the meeting, for looks at different stretches are compared. */
interface Heard extends Understood {
  readonly stretch: Stretch
  readonly words: readonly Word[]
  readonly language: string
}

export function liveTrack(
  { tell, newSegmentId, liveRules: rules }: PipelineParts,
  { reader, meeting, track }: Where,
  signal: AbortSignal,
) {
  const { meetingId, pace, sound, theirs } = meeting
  const { own } = reader
  /** The sentence in whose middle reading goes on, until it is known whether somebody goes on speaking. */
  let seam = reader.seam()
  let text: LiveText = openAt(reader.from)
  if (seam) text = { ...text, from: seam.from, committed: heardAgain(seam) }
  /** Words before a cut by length that are not settled; they are read again with what follows, or with nothing. */
  let carried: { readonly to: number } | null = null
  let growing: GrowingText = seam ? growingAt(seam) : { open: null, endMs: 0 }
  let last: Heard | null = null
  let showing = false
  let costs: readonly number[] = []

  async function hear(stretch: Stretch, of: Rank, stop: AbortSignal): Promise<Heard | null> {
    const wish = { ...stretch, rank: of, careful: rules.wholeWindow }
    const heard = await reader.hear(wish, stop)
    if (!heard) return null
    const { tookMs, language } = heard.decoded
    costs = rememberCost(costs, tookMs)
    pace.heard(toMs(stretch.to), toMs(Math.max(0, sound.length(track) - stretch.to)))
    return { ...heard, stretch, words: placeWords(heard.spoken, toMs(stretch.from)), language }
  }

  /** Times of words are not exact: where a window begins anew, it does so at the quietest place around. */
  async function beginQuietly(next: LiveText): Promise<LiveText> {
    if (next.from <= text.from) return next
    const from = Math.max(text.from, next.from - rules.seamReach)
    const samples = await sound.read(
      track,
      from,
      Math.min(next.from + rules.seamReach, next.seen.to),
    )
    return { ...next, from: from + quietestPlace(samples) }
  }

  /** Words of the other side must not be settled as one's own before it is known whose they are. */
  async function isAlone({ from, to }: Stretch): Promise<boolean> {
    return own === null || (await own.isAlone(from, to))
  }

  function settle(
    { stretch, language }: Heard,
    words: readonly Word[],
    rest: Pick<Kept, 'refused' | 'toSample' | 'alone'>,
  ): void {
    const firstMs = toMs(stretch.from)
    const kept = { stretch, spoken: sayWords(words, firstMs), language, ...rest }
    reader.keep(
      kept,
      (remaining) => {
        const said = placeWords(remaining, firstMs)
        const [next, grown] = growSegments(growing, said, { track, newId: newSegmentId })
        growing = next
        return grown
      },
      signal,
    )
  }

  async function show({ stretch }: Heard, open: readonly Word[]): Promise<void> {
    const { from, to } = stretch
    if (track === 'them') theirs.look(open, to)
    const firstMs = toMs(from)
    const words = own
      ? placeWords(await own.look({ from, to, spoken: sayWords(open, firstMs) }), firstMs)
      : open
    const [first] = words
    if (!first) return clear()
    showing = true
    const said = words.map((word) => word.text).join(' ')
    const startMs = Math.round(first.startMs)
    const hypothesis = { track, startMs, endMs: toMs(to), text: said }
    tell({ type: 'hypothesis.changed', meetingId, track, hypothesis })
  }

  function clear(): void {
    if (!showing) return
    showing = false
    tell({ type: 'hypothesis.changed', meetingId, track, hypothesis: null })
  }

  /** The text ends here; what comes next begins at `from` or later. */
  function close(from: number): void {
    seam = null
    text = openAt(from)
    carried = null
    last = null
    reader.afterwards(() => {
      clear()
      const [next, grown] = closeSegments(growing)
      growing = next
      for (const { segment, open } of grown)
        tell({ type: 'segment.committed', meetingId, segment, open })
    })
  }

  return {
    /** New speech needed before a look. */
    enough(first: boolean): number {
      const { slower } = pace.effort()
      if (slower === null) return Infinity
      if (first) return rules.firstLook
      return hopAfter(costs, meeting.speaking.size, slower, rules.hop)
    },

    /** Somebody speaks from here on; where an utterance was cut by its length, its rest is part of the window. */
    open(from: number): void {
      if (carried || last !== null || text.from >= from) return
      if (!seam) text = openAt(from)
      else if (!goesOn(reader.from, from)) close(from)
    },

    /** Shows what is understood up to `to`, and settles what two looks agree on. */
    async look(to: number, stop: AbortSignal): Promise<void> {
      const stretch = { from: text.from, to }
      const heard = await hear(stretch, rank.look, stop)
      if (!heard || stop.aborted) return
      const settling = pace.effort().settling && (await isAlone(stretch))
      if (stop.aborted) return
      const applied = settling ? rules : { ...rules, guardMs: Infinity }
      const full = settling && to - text.from > rules.longest
      const settled = (full ? cut : look)(text, heard.words, to, applied)
      text = await beginQuietly(trim(settled.text, rules))
      last = heard
      const latest = settled.commit.at(-1)
      if (latest) {
        const toSample = toSamples(latest.endMs)
        settle(heard, settled.commit, { refused: [], toSample, alone: true })
      }
      await show(heard, settled.open)
    },

    /**
     * Whether an utterance that was cut by its length is being looked at in time. Then nothing is cut: looks settle its
     * words and shorten its window as they go.
     */
    async goesOn({ to, endedBy }: Utterance): Promise<boolean> {
      if (endedBy !== 'length' || !last || !pace.effort().settling) return false
      if (last.stretch.to < to - toSamples(rules.hop.mostMs) || !(await isAlone(last.stretch)))
        return false
      carried = { to }
      return true
    },

    /**
     * The utterance is over; `looked`: the last look has heard all of it. Resolves with false if it was left in the
     * middle: it and all behind it is read the next time.
     */
    async end({ to, endedBy }: Omit<Utterance, 'from'>, looked: boolean): Promise<boolean> {
      const stretch = { from: text.from, to }
      if (to <= text.from) {
        close(text.from)
        return true
      }
      const whole = looked && last?.refused.length === 0 ? last : null
      const heard = whole ?? (await hear(stretch, rank.commit, signal))
      if (!heard) return false
      const { refused } = heard
      const alone = await isAlone(stretch)
      if (endedBy !== 'length' || !alone) {
        const rest = whole ? text.seen.words : end(text, heard.words)
        settle(heard, rest, { refused, toSample: to, alone })
        close(to)
        return true
      }
      const settled = cut(text, heard.words, to, rules)
      text = await beginQuietly(settled.text)
      carried = text.from < to ? { to } : null
      last = null
      settle(heard, settled.commit, { refused, toSample: text.from, alone })
      await show(heard, settled.open)
      return true
    },

    /** Nobody has gone on speaking after a cut by length: what it left is read for itself. */
    async rest(): Promise<boolean> {
      return carried === null || this.end({ to: carried.to, endedBy: 'pause' }, false)
    },

    clear,
  }
}
