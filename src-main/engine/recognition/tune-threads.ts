/**
 * Whether several threads decode faster than one on this machine just now. They do on idle cores; on busy ones they wait
 * for each other at every step and can be fifty times slower. So both are measured, the better one is used, and several
 * threads are given up at the first decode that suffers. Pure; a cost is milliseconds for each position of the encoder.
 */
export interface Threads {
  /** How many there are when it is not one. */
  readonly many: number
  readonly use: 'many' | 'one'
  readonly costs: { readonly many: readonly number[]; readonly one: readonly number[] }
  /** Decodes left before the other way is measured again. */
  readonly untilTry: number
}

export interface ThreadRules {
  /** Decodes that are measured before the two are compared. */
  readonly trial: number
  /** Decodes between two comparisons. */
  readonly between: number
  /** Several threads must cost less than this share of one, or they are not worth the cores they take. */
  readonly worth: number
  /** A decode that costs so many times the usual one suffers. */
  readonly suffers: number
}

export const threadRules: ThreadRules = { trial: 4, between: 200, worth: 0.8, suffers: 3 }

export function threadsOf(many: number, rules = threadRules): Threads {
  return { many, use: 'many', costs: { many: [], one: [] }, untilTry: rules.trial }
}

export function threadCount({ many, use }: Threads): number {
  return use === 'many' ? many : 1
}

/** Takes in what a decode cost with the threads that are in use. */
export function threadsAfter(threads: Threads, cost: number, rules = threadRules): Threads {
  const { many, use } = threads
  if (many === 1) return threads
  const usual = median(threads.costs[use])
  if (use === 'many' && threads.costs.many.length >= 2 && cost > rules.suffers * usual)
    return { many, use: 'one', costs: { many: [], one: [] }, untilTry: rules.between }
  const costs = { ...threads.costs, [use]: [...threads.costs[use], cost].slice(-rules.trial) }
  if (threads.untilTry > 1) return { many, use, costs, untilTry: threads.untilTry - 1 }
  return next({ many, use, costs, untilTry: 0 }, rules)
}

/** A trial is over: the other way is tried, or the better one is taken if both are known. */
function next({ many, use, costs }: Threads, rules: ThreadRules): Threads {
  const other = use === 'many' ? 'one' : 'many'
  if (costs[other].length === 0) return { many, use: other, costs, untilTry: rules.trial }
  const better = median(costs.many) < rules.worth * median(costs.one) ? 'many' : 'one'
  const forgotten = better === 'many' ? { ...costs, one: [] } : { ...costs, many: [] }
  return { many, use: better, costs: forgotten, untilTry: rules.between }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
