/** What both readers of a track do with it: decode, keep text and position together, and tell the faces. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId, RefusalId, SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName, Word } from '#contract/transcript.ts'
import { toMs, toSamples } from './audio/frames.ts'
import type { RecordedSound } from './audio/recording.ts'
import { type OwnWords, ownWords } from './bleed/own-words.ts'
import { type TheirWords, theirWords } from './bleed/their-words.ts'
import type { Decoding, DecodeStyle, Recognizer } from './recognition/recognizer.ts'
import { type Spoken, understand } from './recognition/understand.ts'
import { inOrder } from './runtime/in-order.ts'
import type { Log } from './runtime/log.ts'
import { type Rank, rank, type Turns } from './runtime/turns.ts'
import { RECOGNITION } from './store/reader-positions.ts'
import type { Store } from './store/store.ts'
import { placeRefusals } from './transcript/place-refusals.ts'
import { placeSegments } from './transcript/place-segments.ts'
import { hearUtterances } from './voice/hear-utterances.ts'

/** A meeting as its readers see it. `language` is settled by the first speech when nobody chose one. */
export interface MeetingReading {
  readonly meetingId: MeetingId
  readonly sound: RecordedSound
  readonly modelPath: string
  language: string
  /** How far each track was read in this run; in silence a little ahead of the position that is kept. */
  readonly readTo: Map<TrackName, number>
  /** The tracks on which somebody was speaking where their readers are now. */
  readonly speaking: Set<TrackName>
  /** What `them` said, so that `me` need not repeat it. */
  readonly theirs: TheirWords
  /** What the model itself has spent on this meeting so far, in milliseconds. */
  modelMs: number
}

export interface PipelineParts {
  readonly store: Pick<Store, 'meetings' | 'segments' | 'positions' | 'refusals' | 'transaction'>
  readonly recognizer: Recognizer
  /** Shared by everything that decodes on this machine. */
  readonly turns: Turns
  readonly newSegmentId: () => SegmentId
  readonly newRefusalId: () => RefusalId
  readonly tell: (event: EngineEvent) => void
  readonly log: Log
}

/** Windows of 32 ms looked at in one go: about 3 s while live, half a minute in a file. */
const batches = { live: 100, final: 1000 } as const

/** A position in silence is kept when it has moved this far: each time is a write that waits for the disk. */
const silenceStep = toSamples(10_000)

/** A decode that is told nothing but the sound. */
const plain = { prompt: '', threads: null, fullContext: false } as const

interface Stretch {
  readonly from: number
  readonly to: number
  readonly status: Segment['status']
}

export function trackReader(
  parts: PipelineParts,
  meeting: MeetingReading,
  track: TrackName,
  style: DecodeStyle,
) {
  const { store, recognizer, tell, log } = parts
  const { meetingId, sound, theirs } = meeting
  const stream = `${meetingId}/${track}`
  const from = store.positions.read(meetingId, track, RECOGNITION)
  const own: OwnWords | null =
    track === 'me' && sound.tracks.includes('them') ? ownWords(sound, theirs) : null
  /** Positions may only be kept in the order of the sound, or a kill would lose what lies between. */
  const keeping = inOrder()
  const closing = new AbortController()
  let kept = from
  let shownTo: number | null = null
  let looked: readonly Pick<Spoken, 'text'>[] = []
  let repeatedWords = 0

  function advance(segments: readonly Segment[], toSample: number): void {
    store.segments.commit(meetingId, segments, { track, reader: RECOGNITION, toSample })
    kept = toSample
    readAsFarAs(toSample, segments)
  }

  function readAsFarAs(sample: number, segments: readonly Segment[]): void {
    meeting.readTo.set(track, sample)
    if (track === 'them') theirs.add(wordsOf(segments), sample)
  }

  async function keep(
    decoding: Decoding,
    { from: first, to: last, status }: Stretch,
    signal: AbortSignal,
  ): Promise<void> {
    const { spoken, refused } = understand(decoding)
    const { kept: remaining, dropped } = own
      ? await own.settle({ from: first, to: last, spoken }, signal)
      : { kept: spoken, dropped: [] }
    const firstMs = toMs(first)
    const held = [...refused, ...dropped.map((span) => ({ ...span, rule: 'bleed' }))]
    for (const { startMs, endMs, said: _, ...why } of held)
      log.info('text.refused', {
        meetingId,
        track,
        ...why,
        startMs: firstMs + startMs,
        endMs: firstMs + endMs,
      })
    repeatedWords += dropped.reduce((sum, { words }) => sum + words, 0)
    const place = { track, from: first, to: last, status }
    const segments = placeSegments(remaining, place, parts.newSegmentId)
    if (segments.length > 0) settleLanguage(decoding.language)
    store.transaction(() => {
      advance(segments, last)
      store.refusals.add(meetingId, placeRefusals(held, place, parts.newRefusalId))
    })
    clearHypothesis(last)
    for (const segment of segments)
      tell({ type: 'segment.committed', meetingId, segment, open: false })
  }

  function settleLanguage(language: string): void {
    if (meeting.language !== 'auto' || language === '') return
    meeting.language = language
    store.meetings.setLanguage(meetingId, language)
  }

  function clearHypothesis(upTo = Infinity): void {
    if (shownTo === null || shownTo > upTo) return
    shownTo = null
    tell({ type: 'hypothesis.changed', meetingId, track, hypothesis: null })
  }

  async function decode(first: number, last: number, place: Rank, signal: AbortSignal) {
    const samples = await sound.read(track, first, last)
    const { modelPath } = meeting
    const decoding = await parts.turns.run(
      place,
      () =>
        recognizer.decode(
          { ...plain, modelPath, samples, language: meeting.language, style },
          signal,
        ),
      signal,
    )
    meeting.modelMs += decoding.timings.encodeMs + decoding.timings.decodeMs
    return decoding
  }

  return {
    notice: (signal: AbortSignal) =>
      hearUtterances({
        sound,
        track,
        from,
        batch: batches[style],
        detect: (samples) => recognizer.detect(stream, samples),
        signal,
      }),

    decode,

    /** Decodes an utterance under way for the eye. */
    async look(first: number, last: number, signal: AbortSignal): Promise<Decoding> {
      const decoding = await decode(first, last, rank.look, signal)
      if (decoding.aborted) return decoding
      const { spoken } = understand(decoding)
      looked = own ? await own.look({ from: first, to: last, spoken }) : spoken
      if (track === 'them') theirs.look(placedWords(spoken, toMs(first)), last)
      return decoding
    },

    /** Shows the last look. */
    showLook(first: number, last: number): void {
      const text = looked.map((heard) => heard.text).join(' ')
      if (text === '') return clearHypothesis()
      shownTo = last
      const hypothesis = { track, startMs: toMs(first), endMs: toMs(last), text }
      tell({ type: 'hypothesis.changed', meetingId, track, hypothesis })
    },

    clearHypothesis: () => clearHypothesis(),

    /** Keeps what was understood of a whole stretch, as soon as everything before it is kept. */
    commit(decoding: Decoding, stretch: Stretch, signal: AbortSignal): void {
      const open = AbortSignal.any([signal, closing.signal])
      keeping.add(() => keep(decoding, stretch, open))
    },

    skipTo(sample: number): void {
      keeping.add(() => {
        const ended = sample >= sound.length(track)
        if (sample - kept >= silenceStep || (ended && sample > kept)) advance([], sample)
        else readAsFarAs(Math.max(sample, kept), [])
      })
    },

    /** Resolves when at most so many stretches wait to be kept. */
    settled: (most = 0) => keeping.left(most),

    async close(): Promise<void> {
      closing.abort()
      await keeping.stop()
      if (repeatedWords > 0) log.info('bleed.dropped', { meetingId, track, words: repeatedWords })
      await recognizer.forget(stream)
    },
  }
}

/** What earlier runs have kept of `them`. */
export function theirWordsSoFar(
  store: Pick<Store, 'segments' | 'positions'>,
  meetingId: MeetingId,
): TheirWords {
  const toSample = store.positions.read(meetingId, 'them', RECOGNITION)
  if (toSample === 0) return theirWords([], 0)
  const segments = store.segments.ofMeeting(meetingId).filter(({ track }) => track === 'them')
  return theirWords(wordsOf(segments), toSample)
}

function wordsOf(segments: readonly Segment[]): Word[] {
  return segments.flatMap(({ words }) => words)
}

function placedWords(spoken: readonly Spoken[], firstMs: number) {
  return spoken.flatMap(({ words }) =>
    words.map(({ text, startMs, endMs }) => ({
      text,
      startMs: startMs + firstMs,
      endMs: endMs + firstMs,
    })),
  )
}
