/**
 * Cuts a stream of speech probabilities into utterances.
 *
 * Time is counted in samples, never read from a clock, so a live meeting and its recording are cut at
 * the same places.
 */

export interface Rules {
  /** Probability at which silence turns into speech. */
  readonly openAt: number
  /** Probability below which speech may end. Lower than `openAt`, or the gate flutters. */
  readonly closeAt: number
  /** Less voice than this between two silences is a click, not a word. */
  readonly shortest: number
  /** An utterance is cut at this length even if nobody pauses: at its quietest place near the end. */
  readonly longest: number
  /** How far back from `longest` the quietest place is looked for. */
  readonly lookBack: number
  /** Sound kept before the first voiced window and after the last one. */
  readonly padBefore: number
  readonly padAfter: number
  /** The silence that ends an utterance, by its length so far: who has spoken long is cut at a shorter pause. */
  readonly patience: readonly { readonly from: number; readonly silence: number }[]
}

export interface Window {
  readonly from: number
  readonly to: number
  readonly probability: number
}

export interface Utterance {
  readonly from: number
  readonly to: number
  readonly endedBy: 'pause' | 'length' | 'end'
}

interface Silence {
  readonly phase: 'silence'
  /** No utterance may reach back before this sample: it belongs to the one before. */
  readonly notBefore: number
}

interface Speech {
  readonly phase: 'speech'
  readonly from: number
  /** End of the last voiced window. */
  readonly voicedUntil: number
  /** Voiced samples so far. */
  readonly voiced: number
  /** It goes on from a cut by length, so even its shortest rest is no click. */
  readonly continued: boolean
  /** The quietest window of the stretch in which a cut by length would fall. */
  readonly quietest: Window | null
}

export type State = Silence | Speech

export function silenceFrom(sample: number): State {
  return { phase: 'silence', notBefore: sample }
}

/** Takes in one window; returns the next state and the utterance it completed, if any. */
export function cut(
  state: State,
  window: Window,
  rules: Rules,
): readonly [State, Utterance | null] {
  if (state.phase === 'silence') {
    if (window.probability < rules.openAt) return [state, null]
    const from = Math.max(state.notBefore, window.from - rules.padBefore)
    return [{ phase: 'speech', from, ...voicedBy(window), continued: false, quietest: null }, null]
  }
  const speech = grow(state, window, rules)
  if (window.to - speech.voicedUntil >= patienceAt(window.to - speech.from, rules))
    return end(speech, window.to, 'pause', rules)
  if (window.to - speech.from >= rules.longest) return cutByLength(speech, window)
  return [speech, null]
}

/** What is left when no more sound will come. */
export function flush(state: State, end_: number, rules: Rules): Utterance | null {
  if (state.phase === 'silence') return null
  return end(state, end_, 'end', rules)[1]
}

function grow(speech: Speech, window: Window, rules: Rules): Speech {
  const voiced = window.probability >= rules.closeAt
  const near = window.to - speech.from > rules.longest - rules.lookBack
  const quieter = near && window.probability <= (speech.quietest?.probability ?? 1)
  return {
    ...speech,
    voicedUntil: voiced ? window.to : speech.voicedUntil,
    voiced: speech.voiced + (voiced ? window.to - window.from : 0),
    quietest: quieter ? window : speech.quietest,
  }
}

function end(
  speech: Speech,
  heardUntil: number,
  endedBy: 'pause' | 'end',
  rules: Rules,
): readonly [State, Utterance | null] {
  const to = Math.min(speech.voicedUntil + rules.padAfter, heardUntil)
  const isClick = speech.continued ? speech.voiced === 0 : speech.voiced < rules.shortest
  if (isClick) return [silenceFrom(speech.from), null]
  return [silenceFrom(to), { from: speech.from, to, endedBy }]
}

function cutByLength(speech: Speech, window: Window): readonly [State, Utterance] {
  const at = speech.quietest?.to ?? window.to
  const rest: Speech = {
    phase: 'speech',
    from: at,
    voicedUntil: Math.max(at, speech.voicedUntil),
    voiced: Math.max(0, speech.voicedUntil - at),
    continued: true,
    quietest: null,
  }
  return [rest, { from: speech.from, to: at, endedBy: 'length' }]
}

function voicedBy(window: Window): Pick<Speech, 'voicedUntil' | 'voiced'> {
  return { voicedUntil: window.to, voiced: window.to - window.from }
}

function patienceAt(length: number, rules: Rules): number {
  return rules.patience.findLast(({ from }) => length >= from)?.silence ?? 0
}
