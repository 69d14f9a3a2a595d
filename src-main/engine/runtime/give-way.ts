import type { Turns } from './turns.ts'

/** Turns with room for work that nobody waits for. */
export interface GivingWay extends Turns {
  /**
   * Begins when nothing else computes or waits to. Its signal fires as soon as something does: then it ends as soon as
   * it can, and is done again later by whoever asked. One at a time.
   */
  background<Result>(
    work: (giveWay: AbortSignal) => Promise<Result>,
    signal: AbortSignal,
  ): Promise<Result>
}

export function givingWay(turns: Turns): GivingWay {
  const waiting: Array<() => void> = []
  let others = 0
  let under: AbortController | null = null

  function beginNext(): void {
    if (others === 0 && under === null) waiting.shift()?.()
  }

  return {
    async run(of, work, signal) {
      others++
      under?.abort()
      try {
        return await turns.run(of, work, signal)
      } finally {
        others--
        beginNext()
      }
    },
    background<Result>(work: (giveWay: AbortSignal) => Promise<Result>, signal: AbortSignal) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>()
      const begin = (): void => {
        signal.removeEventListener('abort', leave)
        under = new AbortController()
        work(AbortSignal.any([under.signal, signal]))
          .then(resolve, reject)
          .finally(() => {
            under = null
            beginNext()
          })
      }
      const leave = (): void => {
        waiting.splice(waiting.indexOf(begin), 1)
        reject(signal.reason as Error)
      }
      if (signal.aborted) reject(signal.reason as Error)
      else {
        signal.addEventListener('abort', leave, { once: true })
        waiting.push(begin)
        beginNext()
      }
      return promise
    },
  }
}
