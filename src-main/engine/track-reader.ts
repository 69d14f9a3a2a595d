/** What all readers of a track do with it: notice voices, decode, and keep text and position together. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId, RefusalId, SegmentId } from '#contract/ids.ts'
import type { Segment, TrackName } from '#contract/transcript.ts'
import { toMs, toSamples } from './audio/frames.ts'
import type { RecordedSound } from './audio/recording.ts'
import { type OwnWords, ownWords } from './bleed/own-words.ts'
import type { TheirWords } from './bleed/their-words.ts'
import type { MeetingPace } from './meeting-pace.ts'
import type { LiveRules } from './recognition/live-rules.ts'
import { promptFor } from './recognition/prompt.ts'
import type { Decoding, DecodeRequest, DecodeStyle, Recognizer } from './recognition/recognizer.ts'
import { type Refused, type Spoken, understand, type Understood } from './recognition/understand.ts'
import { inOrder } from './runtime/in-order.ts'
import type { Log } from './runtime/log.ts'
import { type Rank, rank, type Turns } from './runtime/turns.ts'
import { RECOGNITION } from './store/reader-positions.ts'
import type { Store } from './store/store.ts'
import { type Seam, seamAt } from './seam.ts'
import { placeRefusals } from './transcript/place-refusals.ts'
import { placeWords } from './transcript/words-in-time.ts'
import { hearUtterances } from './voice/hear-utterances.ts'
import { voicedFrom, voiceTrail } from './voice/voice-trail.ts'

/** A meeting as its readers see it. `language` is settled by the first speech when nobody chose one. */
export interface MeetingReading {
  readonly meetingId: MeetingId
  readonly sound: RecordedSound
  readonly modelPath: string
  /** Hears instead while text cannot keep up with the sound; null: there is no smaller model. */
  readonly smallerPath: string | null
  language: string
  /** How far each track was read in this run; in silence a little ahead of the position that is kept. */
  readonly readTo: Map<TrackName, number>
  /** The tracks on which somebody was speaking where their readers are now. */
  readonly speaking: Set<TrackName>
  /** What `them` said, so that `me` need not repeat it. */
  readonly theirs: TheirWords
  /** How well text keeps up with the sound while the meeting is live. */
  readonly pace: MeetingPace
  /** Names and terms to expect now, the most relevant first. */
  vocabulary(): readonly string[]
  /** What the model itself has spent on this meeting so far, in milliseconds. */
  modelMs: number
}

export interface PipelineParts {
  readonly store: Pick<Store, 'meetings' | 'segments' | 'positions' | 'refusals'>
  /** Keeps what readers have found, all of the work or none of it, and in the order of the calls. */
  readonly commit: (work: () => void) => void
  readonly recognizer: Recognizer
  /** Shared by everything that decodes on this machine. */
  readonly turns: Turns
  readonly newSegmentId: () => SegmentId
  readonly newRefusalId: () => RefusalId
  readonly liveRules: LiveRules
  readonly tell: (event: EngineEvent) => void
  readonly log: Log
}

/** Windows of 32 ms looked at in one go: about 3 s while live, half a minute in a file. */
const batches = { live: 100, final: 1000 } as const

/** A position in silence is kept when it has moved this far: each time is a write that waits for the disk. */
const silenceStep = toSamples(10_000)

/** A stretch of the track, in samples. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export interface Wish extends Stretch {
  readonly rank: Rank
  /** Looks at the whole window of the model, without a prompt: what sounds doubtful is decoded so once more. */
  readonly careful?: boolean
}

export interface Heard extends Understood {
  readonly decoded: Decoded
}

interface Decoded extends Decoding {
  /** Without the time in which it waited for its turn. */
  readonly tookMs: number
  /** What the decoder was told to expect. */
  readonly prompt: string
}

export type TrackReader = ReturnType<typeof trackReader>

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
  const voices = voiceTrail()
  let kept = from
  let repeatedWords = 0

  function advance(segments: readonly Segment[], toSample: number, more = (): void => {}): void {
    parts.commit(() => {
      store.segments.commit(meetingId, segments, { track, reader: RECOGNITION, toSample })
      more()
    })
    kept = toSample
    meeting.readTo.set(track, toSample)
  }

  function refuse(refused: ReturnType<typeof placeRefusals>): void {
    for (const { rule, startMs, endMs } of refused)
      log.info('text.refused', { meetingId, track, rule, startMs, endMs })
  }

  /** The language that is settled by this text; null where it was known before. */
  function settledBy(language: string): string | null {
    return meeting.language !== 'auto' || language === '' ? null : language
  }

  function requestFor(samples: Int16Array, { careful }: Wish): DecodeRequest {
    const { language, pace } = meeting
    const effort = style === 'live' ? pace.effort() : null
    const modelPath = (effort?.smaller && meeting.smallerPath) || meeting.modelPath
    const threads = effort?.oneThread ? 1 : null
    const fullContext = careful ?? false
    const prompt = careful || effort?.prompted === false ? '' : promptFor(meeting.vocabulary())
    return { modelPath, samples, language, style, prompt, threads, fullContext }
  }

  function measured(wish: Wish, { timings }: Decoding): void {
    const { encodeMs, decodeMs } = timings
    meeting.modelMs += encodeMs + decodeMs
    tell({
      type: 'decode.measured',
      meetingId,
      track,
      kind: style === 'final' ? 'final' : wish.rank === rank.look ? 'look' : 'commit',
      fromMs: toMs(wish.from),
      toMs: toMs(wish.to),
      encodeMs,
      decodeMs,
      lagMs: toMs(Math.max(0, sound.length(track) - wish.to)),
    })
  }

  /** Decodes a stretch when its turn comes; work that had to give way is done again. */
  async function decode(wish: Wish, signal: AbortSignal): Promise<Decoded> {
    const samples = await sound.read(track, wish.from, wish.to)
    const turn = { rank: wish.rank, behind: () => sound.length(track) - wish.to }
    for (;;) {
      const work = async (giveWay: AbortSignal): Promise<Decoded> => {
        const startedAt = performance.now()
        const request = requestFor(samples, wish)
        const decoding = await recognizer.decode(request, AbortSignal.any([signal, giveWay]))
        const { prompt } = request
        return { ...decoding, prompt, tookMs: performance.now() - startedAt }
      }
      const decoded = await parts.turns.run(turn, work, signal)
      measured(wish, decoded)
      if (!decoded.aborted || signal.aborted) return decoded
    }
  }

  function understood(decoded: Decoded, { from: first }: Stretch): Understood {
    return understand(decoded, voicedFrom(voices, first), {
      prompt: decoded.prompt,
      vocabulary: meeting.vocabulary(),
    })
  }

  return {
    from,

    /** The kept text that ends where this reader begins, which may be the beginning of what is heard there. */
    seam(): Seam | null {
      const atMs = toMs(from)
      const stretch = { track, startMs: Math.max(0, atMs - 1_000), endMs: atMs + 1_000 }
      const nearby = store.segments.within(meetingId, stretch)
      return seamAt(from, nearby, (id) => store.segments.written(meetingId).has(id))
    },

    notice: (signal: AbortSignal) =>
      hearUtterances({
        sound,
        track,
        from,
        batch: batches[style],
        detect: (samples) => recognizer.detect(stream, samples),
        onWindow: (window) => voices.add(window),
        signal,
      }),

    /**
     * What was said in a stretch, or null when the signal fires. What sounds doubtful is decoded once more, with the model's
     * whole window and without a prompt; a look is not worth that.
     */
    async hear(wish: Wish, signal: AbortSignal): Promise<Heard | null> {
      const first = await decode(wish, signal)
      if (first.aborted) return null
      const heard = understood(first, wish)
      if (wish.rank === rank.look || !heard.doubtful) return { ...heard, decoded: first }
      const again = await decode({ ...wish, careful: true }, signal)
      return again.aborted ? null : { ...understood(again, wish), decoded: again }
    },

    /**
     * Keeps what was said in a stretch, and the position that is then read, as soon as everything before it is kept.
     * `lay` makes segments of what remains of it; they are told when they are kept.
     */
    keep(
      { stretch, spoken, refused, language, toSample, alone }: Kept,
      lay: (remaining: readonly Spoken[]) => readonly Laid[],
      signal: AbortSignal,
    ): void {
      const open = AbortSignal.any([signal, closing.signal])
      keeping.add(async () => {
        const { kept: remaining, dropped } =
          own && !alone
            ? await own.settle({ ...stretch, spoken }, open)
            : { kept: spoken, dropped: [] }
        const firstMs = toMs(stretch.from)
        const repeated = dropped.map((span) => ({ ...span, rule: 'bleed' }))
        const held = placeRefusals(
          [...refused, ...repeated],
          { track, ...stretch },
          parts.newRefusalId,
        )
        refuse(held)
        repeatedWords += dropped.reduce((sum, { words }) => sum + words, 0)
        const laid = lay(remaining)
        const settled = laid.length > 0 ? settledBy(language) : null
        const segments = laid.map(({ segment }) => segment)
        advance(segments, Math.max(kept, toSample), () => {
          store.refusals.add(meetingId, held)
          if (settled !== null) store.meetings.setLanguage(meetingId, settled)
        })
        if (settled !== null) meeting.language = settled
        if (track === 'them') theirs.add(placeWords(remaining, firstMs), Math.max(kept, toSample))
        for (const { segment, open: grows } of laid)
          tell({ type: 'segment.committed', meetingId, segment, open: grows })
      })
    },

    /** Does this as soon as everything before it is kept. */
    afterwards: (work: () => void) => keeping.add(work),

    skipTo(sample: number): void {
      keeping.add(() => {
        const ended = sample >= sound.length(track)
        if (sample - kept >= silenceStep || (ended && sample > kept)) advance([], sample)
        else meeting.readTo.set(track, Math.max(sample, kept))
        if (track === 'them') theirs.add([], Math.max(sample, kept))
      })
    },

    /** Resolves when at most so many stretches wait to be kept. */
    settled: (most = 0) => keeping.left(most),

    /** Null where nothing that this computer plays can be heard on the track. */
    own,

    async close(): Promise<void> {
      closing.abort()
      await keeping.stop()
      if (repeatedWords > 0) log.info('bleed.dropped', { meetingId, track, words: repeatedWords })
      await recognizer.forget(stream)
    },
  }
}

/** What was understood of a stretch, to be kept. Times of words count from its first sample. */
export interface Kept {
  readonly stretch: Stretch
  readonly spoken: readonly Spoken[]
  readonly refused: readonly Refused[]
  readonly language: string
  /** Everything before is text when this is kept. */
  readonly toSample: number
  /** It is known that nothing of it was played by this computer. */
  readonly alone: boolean
}

export interface Laid {
  readonly segment: Segment
  readonly open: boolean
}
