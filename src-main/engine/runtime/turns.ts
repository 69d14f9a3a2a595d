/**
 * Who may compute now. Two decodes at once on a busy machine are far slower than one after the other, so
 * live work goes one at a time; committed text before looks at text that may change. Work on files fills
 * the lanes that live work leaves free, and begins only while no live work runs or waits.
 */
export interface Turns {
  run<Result>(rank: Rank, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>
}

/** Ascending: what goes first. */
export const rank = { commit: 0, look: 1, file: 2 } as const
export type Rank = (typeof rank)[keyof typeof rank]

interface Waiting {
  readonly rank: Rank
  readonly begin: () => void
}

/** `fileLanes`: how many pieces of files are worked on side by side. */
export function turns(fileLanes: number): Turns {
  const waiting: Waiting[] = []
  let live = 0
  let files = 0

  function mayBegin(next: Waiting): boolean {
    return next.rank === rank.file ? live === 0 && files < fileLanes : live === 0
  }

  function beginNext(): void {
    for (;;) {
      const first = waiting.toSorted((a, b) => a.rank - b.rank)[0]
      if (!first || !mayBegin(first)) return
      waiting.splice(waiting.indexOf(first), 1)
      first.begin()
    }
  }

  function count(of: Rank, change: 1 | -1): void {
    if (of === rank.file) files += change
    else live += change
  }

  return {
    run(of, work, signal) {
      return new Promise((resolve, reject) => {
        const begin = (): void => {
          if (signal?.aborted) return reject(signal.reason as Error)
          count(of, 1)
          work()
            .then(resolve, reject)
            .finally(() => {
              count(of, -1)
              beginNext()
            })
        }
        waiting.push({ rank: of, begin })
        beginNext()
      })
    },
  }
}
