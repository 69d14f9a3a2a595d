/**
 * Reciprocal rank fusion (Cormack, Clarke, Büttcher: "Reciprocal rank fusion outperforms Condorcet and individual rank
 * learning methods", SIGIR 2009): only places in the lists count, so what cannot be compared need not be.
 */

/** Their constant: how much less a first place counts than one over its place. */
const steadiness = 60

/** The best first. What several lists hold moves up; of equals the one that an earlier list holds goes first. */
export function fuseRanks<T>(lists: ReadonlyArray<readonly T[]>): T[] {
  const scores = new Map<T, number>()
  for (const list of lists) {
    for (const [place, item] of [...new Set(list)].entries())
      scores.set(item, (scores.get(item) ?? 0) + 1 / (steadiness + place + 1))
  }
  return [...scores].toSorted((a, b) => b[1] - a[1]).map(([item]) => item)
}
