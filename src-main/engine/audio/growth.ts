/** Lets readers of something that grows wait for more of it. */

export type Progress = 'grown' | 'closed'

export interface Growth {
  /** Looks again on behalf of everyone who waits. */
  tell(): void
  /** Resolves as soon as `look` has an answer; rejects when `signal` is aborted. */
  wait(look: () => Progress | null, signal?: AbortSignal): Promise<Progress>
}

export function growth(): Growth {
  const waiting = new Set<() => void>()

  return {
    tell() {
      for (const check of waiting) check()
    },
    wait(look, signal) {
      const result = Promise.withResolvers<Progress>()
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
