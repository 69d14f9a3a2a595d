/** The only clock of the engine. Nothing that decides what was said may look at it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Calls `work` about every `ms` until the returned function is called; never keeps the process alive. */
  every(ms: number, work: () => void): () => void
  /** Calls `work` once after `ms` unless the returned function is called first; never keeps the process alive. */
  readonly later: (ms: number, work: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  every(ms, work) {
    const timer = setInterval(work, ms)
    timer.unref()
    return () => clearInterval(timer)
  },
  later(ms, work) {
    const timer = setTimeout(work, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
