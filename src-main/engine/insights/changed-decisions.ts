/**
 * Whether a decision changes one that was made before. Precision goes first: it must be about the same subject, and say
 * something else of it, or say that it is no longer so.
 */
import type { EarlierDecision } from '#contract/insight.ts'
import { stems } from './likeness.ts'

/** Words by which people say that something is no longer so. */
const turns =
  /(?<!\p{L})(instead|rather than|no longer|not any ?more|any longer|anymore|changed? (?:our|my) minds?|back to|overrul\w*|revers\w+|revok\w+|cancel\w*|postpon\w*|mov(?:e|ed|ing) (?:it|the \w+) (?:to|from)|invece|anzich[eé]|non più|piuttosto che|al posto d\w+|abbiamo cambiato idea|annull\w+|rinvi\w+|rimand\w+|spost\w+)(?![\p{L}])/iu

/** Words that say nothing about the subject of a decision, in English and Italian. */
const empty = stems(
  `a an the we i you they it is are was be been will would shall should can to of for in on at by with and or but from
  that this these those there our us my your their its as so than then also just have has had do does did not no now
  decided decide decision agreed agree agreement settled settle go going went use using used let make made keep take
  instead rather longer anymore any more change changed mind minds move moved back cancel postpone reverse
  il lo la i gli le un uno una di a da in con su per tra fra e o ma che non più si ci è sono abbiamo ho hanno sarà
  del della dei delle degli dello al alla ai alle nel nella sul sulla deciso decidere decisione accordo concordato
  useremo usare usiamo faremo fare invece anziché piuttosto posto andremo andare teniamo questo questa quello quella
  monday tuesday wednesday thursday friday saturday sunday
  one two three four five six seven eight nine ten new`,
)

/** Where one of two holds at a time: what is, what is used, kept or chosen. */
const oneAtATime =
  /(?<!\p{L})(is|are|will be|use|using|keep|stay with|choose|chose|go with|going with|è|sono|sarà|saranno|usare|usiamo|useremo|teniamo|tenere|scegliamo|scelto)(?![\p{L}])/iu

/** The decision that this one changes: the latest that it surely is about. `earlier` is oldest first. */
export function changedDecision(
  text: string,
  earlier: readonly EarlierDecision[],
): EarlierDecision | null {
  const now = subjectOf(text)
  if (now.size === 0) return null
  const says = stems(text)
  return (
    earlier.findLast((decision) => {
      const before = subjectOf(decision.text)
      const shared = now.intersection(before).size
      // What says the same again changes nothing.
      if (shared === 0 || stems(decision.text).symmetricDifference(says).size === 0) return false
      if (turns.test(text)) return names(text, before) || shared >= 2
      return oneAtATime.test(text) && isOtherValue(before, now, shared)
    }) ?? null
  )
}

/** One value in the place of another one: what both have in common is more than what either says alone. */
function isOtherValue(
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
  shared: number,
): boolean {
  const [gone, come] = [before.size - shared, now.size - shared]
  return shared >= 2 && gone > 0 && gone === come && gone <= shared
}

/** After "instead of" and the like stands what was decided before. */
function names(text: string, before: ReadonlySet<string>): boolean {
  const [, left] =
    /(?<!\p{L})(?:instead of|rather than|no longer|anzich[eé]|invece d\w+|piuttosto che|al posto d\w+|non più)\s+(.*)$/iu.exec(
      text,
    ) ?? []
  const first = [...subjectOf(left ?? '')].slice(0, 3)
  return first.some((stem) => before.has(stem))
}

function subjectOf(text: string): Set<string> {
  return stems(text).difference(empty)
}
