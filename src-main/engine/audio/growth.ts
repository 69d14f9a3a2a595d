/** Lets readers of something that grows wait for more of it. */

/** `resting`: nothing will come until its source is resumed. */
export type Progress = 'grown' | 'resting' | 'closed'

export interface Growth {
  /** Looks again on behalf of everyone who waits. */
  tell(): void
  /** Resolves as soon as `look` has an answer; rejects when `signal` is aborted. */
  wait<Seen extends Progress>(look: () => Seen | null, signal?: AbortSignal): Promise<Seen>
}

export function growth(): Growth {
  const waiting = new Set<() => void>()

  return {
    tell() {
      for (const check of waiting) check()
    },
    wait<Seen extends Progress>(look: () => Seen | null, signal?: AbortSignal) {
      const result = Promise.withResolvers<Seen>()
      const stop = (): void => result.reject(signal?.reason)
      const check = (): void => {
        const seen = look()
        if (seen) result.resolve(seen)
      }
      if (signal?.aborted) stop()
      waiting.add(check)
      signal?.addEventListener('abort', stop)
      check()
      return result.promise.finally(() => {
        waiting.delete(check)
        signal?.removeEventListener('abort', stop)
      })
    },
  }
}
