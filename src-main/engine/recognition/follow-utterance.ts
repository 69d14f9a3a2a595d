import type { Decoding } from './recognizer.ts'

/** When an utterance under way is decoded for the eye, in samples. */
export interface FollowRules {
  /** Speech needed before the first look. */
  readonly first: number
  /** New speech needed before the next look. */
  readonly hop: number
}

interface Options {
  readonly rules: FollowRules
  readonly decode: (from: number, to: number, signal: AbortSignal) => Promise<Decoding>
  readonly show: (decoding: Decoding, from: number, to: number) => void
  /** A look that failed is no loss: the utterance is decoded again at its end. */
  readonly onFailed: (error: unknown) => void
}

/**
 * Shows what is understood so far of the utterance being spoken. At most one look is under way; its
 * result is shown only while the utterance is still open.
 */
export interface UtteranceFollower {
  speaking(from: number, to: number): void
  /** The utterance is over: a look under way is stopped, for the real decode comes now. */
  ended(): Promise<void>
}

export function followUtterance({ rules, decode, show, onFailed }: Options): UtteranceFollower {
  let look: { readonly done: Promise<void>; readonly stop: AbortController } | null = null
  let seen: { readonly from: number; readonly to: number } | null = null

  function begin(from: number, to: number): void {
    const stop = new AbortController()
    const done = decode(from, to, stop.signal)
      .then((decoding) => {
        if (!stop.signal.aborted && !decoding.aborted) show(decoding, from, to)
      })
      .catch((error: unknown) => {
        if (!stop.signal.aborted) onFailed(error)
      })
      .finally(() => {
        look = null
      })
    look = { done, stop }
    seen = { from, to }
  }

  return {
    speaking(from, to) {
      if (look) return
      const heard = seen?.from === from ? to - seen.to : to - from
      const enough = seen?.from === from ? rules.hop : rules.first
      if (heard >= enough) begin(from, to)
    },
    async ended() {
      seen = null
      look?.stop.abort()
      await look?.done
    },
  }
}
