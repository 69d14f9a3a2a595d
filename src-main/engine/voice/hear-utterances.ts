import type { TrackName } from '#contract/transcript.ts'
import type { Progress } from '../audio/growth.ts'
import type { RecordedSound } from '../audio/recording.ts'
import {
  cut,
  flush,
  silenceFrom,
  type State,
  type Utterance,
  type Window,
} from './cut-utterances.ts'
import { voiceRules, windowSamples } from './voice-rules.ts'

/**
 * Windows that are waited for while nobody speaks, an eighth of a second: asking for each of them costs the most of
 * listening to silence. A beginning is placed as exactly, and nothing is shown of an utterance before it is longer.
 */
const quietWindows = 4

/** What the voice detector noticed; positions are samples of the track. */
export type Noticed =
  | { readonly kind: 'utterance'; readonly utterance: Utterance }
  /** Somebody is speaking: the utterance under way, how far it was heard, how much of it was voice, and where that ended. */
  | {
      readonly kind: 'speaking'
      readonly from: number
      readonly to: number
      readonly voiced: number
      readonly voicedTo: number
    }
  /** Nobody speaks, and nothing before `to` will become an utterance any more. */
  | { readonly kind: 'silence'; readonly to: number }

interface Options {
  readonly sound: RecordedSound
  readonly track: TrackName
  readonly from: number
  /** Speech probability of each window; called with whole windows, in order. */
  readonly detect: (samples: Int16Array) => Promise<readonly number[]>
  /** Is told each window in order, before anything is noticed of it. */
  readonly onWindow?: (window: Window) => void
  /** Windows that are looked at in one go: few while live, many when reading a file. */
  readonly batch: number
  readonly signal: AbortSignal
}

/**
 * `resting`: its source was paused, and what came before has to be read; `rested`: it was. `over`: no more will come.
 */
type Pace = 'live' | 'resting' | 'rested' | 'over'

/** Follows a track from `from` until no more sound comes, and tells who speaks when. */
export async function* hearUtterances(options: Options): AsyncGenerator<Noticed, void, undefined> {
  const { sound, track, detect, batch, signal } = options
  let state: State = silenceFrom(options.from)
  let pace: Pace = 'live'
  let at = options.from

  while (!signal.aborted) {
    const whole = Math.floor((sound.length(track) - at) / windowSamples)
    const wanted: number = state.phase === 'silence' && pace === 'live' ? quietWindows : 1
    if (whole >= wanted) {
      const samples = await sound.read(track, at, at + Math.min(whole, batch) * windowSamples)
      for (const probability of await detect(samples)) {
        const window = { from: at, to: at + windowSamples, probability }
        options.onWindow?.(window)
        const [next, utterance] = cut(state, window, voiceRules)
        state = next
        at = window.to
        if (utterance) yield { kind: 'utterance', utterance }
      }
      yield statusOf(state, at)
    } else if (pace === 'over') {
      break
    } else if (pace === 'resting') {
      // Whoever was speaking is not heard any more, and what comes later is another utterance.
      yield* ended(state, sound.length(track))
      state = silenceFrom(sound.length(track))
      pace = 'rested'
    } else {
      const beyond = at + wanted * windowSamples - 1
      pace = paceAt(
        pace === 'rested'
          ? await sound.grown(track, beyond, signal)
          : await sound.grownOrResting(track, beyond, signal),
      )
    }
  }
  if (!signal.aborted) yield* ended(state, sound.length(track))
}

/** The closing, or the pause, may have come with the last samples: they are read before it counts. */
function paceAt(seen: Progress): Pace {
  if (seen === 'closed') return 'over'
  return seen === 'resting' ? 'resting' : 'live'
}

function* ended(state: State, end: number): Generator<Noticed, void, undefined> {
  const last = flush(state, end, voiceRules)
  if (last) yield { kind: 'utterance', utterance: last }
  yield { kind: 'silence', to: end }
}

function statusOf(state: State, at: number): Noticed {
  if (state.phase === 'speech') {
    const { from, voiced, voicedUntil } = state
    return { kind: 'speaking', from, to: at, voiced, voicedTo: voicedUntil }
  }
  return { kind: 'silence', to: Math.max(state.notBefore, at - voiceRules.padBefore) }
}
