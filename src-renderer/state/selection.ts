/** Which of a list are chosen, one by one, as a stretch, or all; ids in any order. */
export interface Selection<Id> {
  readonly chosen: ReadonlySet<Id>
  /** Where a stretch begins. */
  readonly anchor: Id | null
}

export function nothing<Id>(): Selection<Id> {
  return { chosen: new Set(), anchor: null }
}

export function toggle<Id>({ chosen }: Selection<Id>, id: Id): Selection<Id> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return { chosen: next, anchor: id }
}

/** Adds everything between the anchor and here, both included, in the order of `shown`. */
export function extend<Id>(
  { chosen, anchor }: Selection<Id>,
  id: Id,
  shown: readonly Id[],
): Selection<Id> {
  const from = anchor === null ? -1 : shown.indexOf(anchor)
  const to = shown.indexOf(id)
  if (from < 0 || to < 0) return { chosen: new Set([...chosen, id]), anchor: id }
  const stretch = shown.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { chosen: new Set([...chosen, ...stretch]), anchor }
}

export function all<Id>(shown: readonly Id[]): Selection<Id> {
  return { chosen: new Set(shown), anchor: shown[0] ?? null }
}

/** What is not shown any more is not chosen any more. */
export function among<Id>(selection: Selection<Id>, shown: readonly Id[]): Selection<Id> {
  const there = new Set(shown)
  const chosen = new Set([...selection.chosen].filter((id) => there.has(id)))
  if (chosen.size === selection.chosen.size) return selection
  const { anchor } = selection
  return { chosen, anchor: anchor !== null && there.has(anchor) ? anchor : null }
}
