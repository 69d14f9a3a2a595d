/** Lets one task run at a time, in the order in which they came. */
export type OneAtATime = <Result>(
  task: () => Promise<Result>,
  signal?: AbortSignal,
) => Promise<Result>

/** A task whose signal fires while it waits is never begun, and rejects at once with the signal's reason. */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve()
  return <Result>(task: () => Promise<Result>, signal?: AbortSignal) => {
    const result = Promise.withResolvers<Result>()
    const giveUp = (): void => result.reject(signal?.reason as Error)
    if (signal?.aborted) giveUp()
    else signal?.addEventListener('abort', giveUp, { once: true })
    last = last.then(async () => {
      signal?.removeEventListener('abort', giveUp)
      if (signal?.aborted) return
      await task().then(result.resolve, result.reject)
    })
    return result.promise
  }
}
