/** Lets work through while it is open; whoever comes while it is closed waits. */
export interface Gate {
  set(open: boolean): void
  /** Resolves when the gate is open; rejects with the signal's reason when that fires first. */
  pass(signal: AbortSignal): Promise<void>
}

export function gate(): Gate {
  let opening: PromiseWithResolvers<void> | null = null
  return {
    set(open) {
      if (open) {
        opening?.resolve()
        opening = null
      } else opening ??= Promise.withResolvers()
    },
    async pass(signal) {
      signal.throwIfAborted()
      while (opening) {
        const aborted = Promise.withResolvers<never>()
        const abort = (): void => aborted.reject(signal.reason as Error)
        signal.addEventListener('abort', abort, { once: true })
        await Promise.race([opening.promise, aborted.promise]).finally(() =>
          signal.removeEventListener('abort', abort),
        )
      }
    },
  }
}
