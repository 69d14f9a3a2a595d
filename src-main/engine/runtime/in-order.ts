/** Does tasks one after the other, in the order in which they were given. After a failure none is begun any more. */
export interface InOrder {
  /** With nothing left to do, the task begins before this returns. */
  add(task: () => void | Promise<void>): void
  /** Resolves when at most so many tasks are left, or rejects with the first failure. */
  left(most: number): Promise<void>
  /** Begins no more; resolves when the task under way has ended, well or not. */
  stop(): Promise<void>
}

export function inOrder(): InOrder {
  const waiting: Array<() => void | Promise<void>> = []
  const watching = new Set<() => void>()
  let under: Promise<void> | null = null
  let stopped = false
  let failure: { readonly error: unknown } | null = null

  async function work(): Promise<void> {
    try {
      for (let task = waiting[0]; task && !stopped; task = waiting[0]) {
        const done = task()
        if (done) await done
        waiting.shift()
        tell()
      }
    } catch (error) {
      failure = { error }
      tell()
    }
    under = null
  }

  function tell(): void {
    for (const look of watching) look()
  }

  return {
    add(task) {
      if (failure || stopped) return
      waiting.push(task)
      if (waiting.length === 1) under = work()
    },
    left(most) {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const look = (): void => {
        if (failure) reject(failure.error as Error)
        else if (waiting.length <= most) resolve()
      }
      watching.add(look)
      look()
      return promise.finally(() => watching.delete(look))
    },
    async stop() {
      stopped = true
      await under
    },
  }
}
