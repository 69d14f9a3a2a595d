/**
 * Who may compute now. Two decodes at once on a busy machine are far slower than one after the other, so live work
 * goes one at a time: committed text before looks at text that may change, and of the same kind what is furthest behind
 * its sound. Work on files and on finished meetings fills the lanes while no live work runs or waits, and gives way
 * at once when some comes.
 */
export interface Turns {
  /** `giveWay` fires when live work waits: the work ends as soon as it can, and is asked for again by whoever wanted it. */
  run<Result>(
    turn: Turn,
    work: (giveWay: AbortSignal) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result>
}

/** Ascending: what goes first. */
export const rank = { commit: 0, look: 1, file: 2, background: 3 } as const
export type Rank = (typeof rank)[keyof typeof rank]

export interface Turn {
  readonly rank: Rank
  /** How much sound is waiting for this work, in samples; asked when its turn may have come. */
  readonly behind?: () => number
}

interface Waiting extends Turn {
  readonly begin: () => void
}

/** `fileLanes`: how many pieces of files are worked on side by side. */
export function turns(fileLanes: number): Turns {
  const waiting: Waiting[] = []
  const yielding = new Set<AbortController>()
  let live = 0

  function mayBegin({ rank: of }: Turn): boolean {
    if (live > 0) return false
    return isLive(of) ? yielding.size === 0 : yielding.size < fileLanes
  }

  function beginNext(): void {
    for (;;) {
      const first = firstOf(waiting)
      if (!first) return
      if (isLive(first.rank)) for (const work of yielding) work.abort()
      if (!mayBegin(first)) return
      waiting.splice(waiting.indexOf(first), 1)
      first.begin()
    }
  }

  /** Counts work as under way until the returned function is called. */
  function enter(of: Rank, giveWay: AbortController): () => void {
    if (isLive(of)) live += 1
    else yielding.add(giveWay)
    return () => {
      if (isLive(of)) live -= 1
      else yielding.delete(giveWay)
      beginNext()
    }
  }

  return {
    run(turn, work, signal) {
      return new Promise((resolve, reject) => {
        const begin = (): void => {
          if (signal?.aborted) return reject(signal.reason as Error)
          const giveWay = new AbortController()
          const leave = enter(turn.rank, giveWay)
          work(giveWay.signal).then(resolve, reject).finally(leave)
        }
        waiting.push({ ...turn, begin })
        beginNext()
      })
    },
  }
}

function isLive(of: Rank): boolean {
  return of === rank.commit || of === rank.look
}

function firstOf(waiting: readonly Waiting[]): Waiting | undefined {
  const urgency = ({ behind }: Waiting): number => behind?.() ?? 0
  return waiting.toSorted((a, b) => a.rank - b.rank || urgency(b) - urgency(a))[0]
}
