import type { TrackName } from '#contract/transcript.ts'
import type { RecordedSound } from '../audio/recording.ts'
import { cut, flush, silenceFrom, type State, type Utterance } from './cut-utterances.ts'
import { voiceRules, windowSamples } from './voice-rules.ts'

/**
 * Windows that are waited for while nobody speaks, a quarter of a second: asking for each of them costs the most of
 * listening to silence. A beginning is placed as exactly, and nothing is shown of an utterance before it is longer.
 */
const quietWindows = 8

/** What the voice detector noticed; positions are samples of the track. */
export type Noticed =
  | { readonly kind: 'utterance'; readonly utterance: Utterance }
  /** Somebody is speaking: the utterance under way and how far it was heard. */
  | { readonly kind: 'speaking'; readonly from: number; readonly to: number }
  /** Nobody speaks, and nothing before `to` will become an utterance any more. */
  | { readonly kind: 'silence'; readonly to: number }

interface Options {
  readonly sound: RecordedSound
  readonly track: TrackName
  readonly from: number
  /** Speech probability of each window; called with whole windows, in order. */
  readonly detect: (samples: Int16Array) => Promise<readonly number[]>
  /** Windows that are looked at in one go: few while live, many when reading a file. */
  readonly batch: number
  readonly signal: AbortSignal
}

/** Follows a track from `from` until no more sound comes, and tells who speaks when. */
export async function* hearUtterances(options: Options): AsyncGenerator<Noticed, void, undefined> {
  const { sound, track, detect, batch, signal } = options
  let state: State = silenceFrom(options.from)
  let at = options.from
  let isOver = false

  while (!signal.aborted) {
    const whole = Math.floor((sound.length(track) - at) / windowSamples)
    const wanted = state.phase === 'silence' && !isOver ? quietWindows : 1
    if (whole >= wanted) {
      const samples = await sound.read(track, at, at + Math.min(whole, batch) * windowSamples)
      for (const probability of await detect(samples)) {
        const window = { from: at, to: at + windowSamples, probability }
        const [next, utterance] = cut(state, window, voiceRules)
        state = next
        at = window.to
        if (utterance) yield { kind: 'utterance', utterance }
      }
      yield statusOf(state, at)
    } else if ((await sound.grown(track, at + wanted * windowSamples - 1, signal)) === 'closed') {
      // The closing may have come with the last samples: look once more before the end.
      isOver = true
      if (sound.length(track) - at < windowSamples) break
    }
  }
  if (signal.aborted) return
  const last = flush(state, sound.length(track), voiceRules)
  if (last) yield { kind: 'utterance', utterance: last }
  yield { kind: 'silence', to: sound.length(track) }
}

function statusOf(state: State, at: number): Noticed {
  if (state.phase === 'speech') return { kind: 'speaking', from: state.from, to: at }
  return { kind: 'silence', to: Math.max(state.notBefore, at - voiceRules.padBefore) }
}
