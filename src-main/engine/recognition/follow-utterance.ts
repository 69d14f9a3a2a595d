/** When an utterance under way is looked at, in samples. */
export interface FollowRules {
  /** New speech needed before a look, the first of an utterance or another; asked each time, as it depends on what looks cost. */
  readonly enough: (first: boolean) => number
  /** Voice without which an utterance is not looked at: it may be a click, and models write words of clicks. */
  readonly leastVoice: number
  /** Sound behind the last voice that belongs to an utterance. */
  readonly tail: number
}

/** An utterance under way: the stretch that is looked at, how much of it was voice, and where that ended so far. */
export interface UnderWay {
  readonly from: number
  readonly to: number
  readonly voiced: number
  readonly voicedTo: number
}

interface Options {
  readonly rules: FollowRules
  /** Looks at the sound up to `to`. Resolves when what was heard is shown, and rejects only as a bug does. */
  readonly look: (to: number, signal: AbortSignal) => Promise<void>
  /** A look that failed is no loss: the sound is decoded again at the end of the utterance. */
  readonly onFailed: (error: unknown) => void
}

/**
 * Decides when an utterance is looked at while it is spoken. At most one look is under way. As soon as nobody speaks, the
 * utterance is looked at to its very end: if it ends there, nothing is left to be decoded.
 */
export interface UtteranceFollower {
  speaking(utterance: UnderWay): void
  /**
   * The utterance is over at `to`. A look that ends just there is waited for and answered with true: it is the last one.
   * Any other is stopped.
   */
  ended(to: number): Promise<boolean>
}

interface Look {
  readonly to: number
  readonly done: Promise<boolean>
  readonly stop: AbortController
}

export function followUtterance({ rules, look, onFailed }: Options): UtteranceFollower {
  let running: Look | null = null
  /** How far the utterance was looked at, and whether the last look went well. */
  let seen: { readonly to: number; readonly well: boolean } | null = null

  function begin(to: number): void {
    const stop = new AbortController()
    const done = look(to, stop.signal)
      .then(() => !stop.signal.aborted)
      .catch((error: unknown) => {
        if (!stop.signal.aborted) onFailed(error)
        return false
      })
      .then((well) => {
        running = null
        if (seen?.to === to) seen = { to, well }
        return well
      })
    running = { to, done, stop }
    seen = { to, well: false }
  }

  return {
    speaking({ from, to, voiced, voicedTo }) {
      // What goes on from an utterance that was cut has been speech for long.
      if (running || (seen === null && voiced < rules.leastVoice)) return
      const quiet = to - voicedTo >= rules.tail
      const until = quiet ? voicedTo + rules.tail : to
      const heard = until - (seen?.to ?? from)
      const enough = quiet ? 1 : rules.enough(seen === null)
      if (heard >= enough) begin(until)
    },
    async ended(to) {
      const last = running
      if (last && last.to !== to) last.stop.abort()
      await last?.done
      const whole = seen?.to === to && seen.well
      seen = null
      return whole
    },
  }
}
