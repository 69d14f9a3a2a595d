/**
 * Compares what is kept of a stretch of sound with a better reading of it, and says what to put in the place of what.
 *
 * What says the same stays as it is, under its id. What a person wrote stays too, and so does whatever shares time with
 * it. A reading that has far fewer words than what was there takes nothing away: that it heard less is no evidence.
 */
import type { SegmentId } from '#contract/ids.ts'
import type { Segment, Word } from '#contract/transcript.ts'
import { alignWords, plainWord } from './align-words.ts'

export interface Stretch {
  readonly startMs: number
  readonly endMs: number
}

export interface Reading {
  /** What is kept of the track and shares time with the stretch, in the order it was spoken. */
  readonly kept: readonly Segment[]
  /** What a person wrote. */
  readonly pinned: ReadonlySet<SegmentId>
  /** What was understood now, in order. */
  readonly fresh: readonly Segment[]
  readonly stretch: Stretch
  /** Whether speech may be added where nothing is kept: not where a loudspeaker is heard. */
  readonly mayAdd: boolean
  readonly newId: () => SegmentId
}

/** Some neighbouring segments, and what says the same sound better; either may be empty. */
export interface Change {
  readonly before: readonly Segment[]
  readonly after: readonly Segment[]
}

export interface Revised {
  readonly changes: readonly Change[]
  /** Segments that stay as they are, and are known to be right now. */
  readonly settled: readonly SegmentId[]
}

/** Less than this share of the words that were there is a loss, not a correction. */
const leastShare = 0.5

/** A word that both sides of a border have heard lies this near to it in both. */
const seamMs = 500

/** A word of the new reading. `group`: the segment of the reading that it belongs to. */
interface Item {
  readonly word: Word
  readonly group: number
}

/** Positions of items; `to` is exclusive. */
interface Range {
  readonly from: number
  readonly to: number
}

export function reviseStretch({ stretch, mayAdd, newId, ...reading }: Reading): Revised {
  const { kept, pinned, fresh } = reading
  const untouched = withNeighbours(kept, pinned)
  const items = itemsOf(kept, untouched, fresh, stretch)
  const owned = ownedRanges(kept, untouched, items)
  const changes: Change[] = []
  const settled: SegmentId[] = []
  let run: Segment[] = []
  let at = 0
  const close = (to: number): void => {
    const heard = segmentsFrom(run, items.slice(at, to), fresh, newId)
    const after = mayAdd ? heard : heard.filter((segment) => run.some((one) => near(one, segment)))
    if (isWorthIt({ before: run, after })) changes.push({ before: run, after })
    run = []
  }
  for (const [index, segment] of kept.entries()) {
    const range = owned[index]
    if (range && (range.from >= at || untouched.has(segment.id))) {
      close(Math.max(at, range.from))
      at = Math.max(at, range.to)
      if (!untouched.has(segment.id)) settled.push(segment.id)
    } else run.push(segment)
  }
  close(items.length)
  return { changes, settled }
}

/** What a person wrote, and all that shares time with it. */
function withNeighbours(
  kept: readonly Segment[],
  pinned: ReadonlySet<SegmentId>,
): ReadonlySet<SegmentId> {
  const written = kept.filter(({ id }) => pinned.has(id))
  const all = kept.filter((segment) => written.some((other) => near(segment, other)))
  return new Set([...written, ...all].map(({ id }) => id))
}

function near(a: Stretch, b: Stretch): boolean {
  return a.startMs < b.endMs && b.startMs < a.endMs
}

/** The new words, and around them the words of segments that reach out of the stretch: those stay as they are. */
function itemsOf(
  kept: readonly Segment[],
  untouched: ReadonlySet<SegmentId>,
  fresh: readonly Segment[],
  { startMs, endMs }: Stretch,
): Item[] {
  const given = kept.filter(({ id }) => !untouched.has(id)).flatMap(({ words }) => words)
  const before = given.filter((word) => middle(word) < startMs)
  const after = given.filter((word) => middle(word) >= endMs)
  const heard = fresh.flatMap(({ words }, group) => words.map((word) => ({ word, group })))
  const from = isSameAtSeam(before.at(-1), heard[0]?.word) ? 1 : 0
  const to = heard.length - (isSameAtSeam(after[0], heard.at(-1)?.word) ? 1 : 0)
  const last = Math.max(0, fresh.length - 1)
  return [
    ...before.map((word) => ({ word, group: 0 })),
    ...heard.slice(from, to),
    ...after.map((word) => ({ word, group: last })),
  ]
}

function isSameAtSeam(a: Word | undefined, b: Word | undefined): boolean {
  if (!a || !b || plainWord(a.text) !== plainWord(b.text)) return false
  return Math.abs(middle(a) - middle(b)) <= seamMs
}

/** For each kept segment the items that say the same; null where something differs. */
function ownedRanges(
  kept: readonly Segment[],
  untouched: ReadonlySet<SegmentId>,
  items: readonly Item[],
): Array<Range | null> {
  const words = kept.flatMap((segment, owner) => segment.words.map((word) => ({ word, owner })))
  const pairs = alignWords(
    words.map(({ word }) => word),
    items.map(({ word }) => word),
    (a, b) => a === b,
  )
  const isUntouched = (i: number): boolean => {
    const segment = kept[words[i]?.owner ?? -1]
    return segment !== undefined && untouched.has(segment.id)
  }
  const elsewhere = new Set(pairs.filter(([i]) => !isUntouched(i)).map(([, j]) => j))
  const found = Map.groupBy(pairs, ([i]) => words[i]?.owner ?? 0)
  const ranges = kept.map((segment, index) => {
    const at = (found.get(index) ?? []).map(([, j]) => j)
    if (!untouched.has(segment.id)) return wholeRange(segment, at)
    return withSentence(rangeAround(segment, at, items), items, (j) => elsewhere.has(j))
  })
  return withoutBroken(ranges, kept, untouched, items)
}

/** Gives up what cannot stay where it is; that can break its neighbour in the same sentence, so until nothing more breaks. */
function withoutBroken(
  ranges: ReadonlyArray<Range | null>,
  kept: readonly Segment[],
  untouched: ReadonlySet<SegmentId>,
  items: readonly Item[],
): Array<Range | null> {
  const left = ranges.map((range, index) => {
    const segment = kept[index]
    if (!range || !segment || untouched.has(segment.id)) return range
    const stays = isClosed(range, ranges, items) && isInOrder(segment, range, ranges, items)
    return stays ? range : null
  })
  const isStable = left.every((range, index) => range === ranges[index])
  return isStable ? left : withoutBroken(left, kept, untouched, items)
}

/** All words of the segment, one after the other. */
function wholeRange({ words, text }: Segment, at: readonly number[]): Range | null {
  const [from] = at
  if (from === undefined || at.length !== words.length) return null
  const isWhole = at.every((j, n) => j === from + n) && words.map(textOf).join(' ') === text
  return isWhole ? { from, to: from + at.length } : null
}

/** Everything that was heard while it was said. */
function rangeAround(segment: Segment, at: readonly number[], items: readonly Item[]): Range {
  const inside = items.flatMap(({ word }, j) =>
    middle(word) >= segment.startMs && middle(word) < segment.endMs ? [j] : [],
  )
  const all = [...at, ...inside]
  if (all.length > 0) return { from: Math.min(...all), to: Math.max(...all) + 1 }
  const next = items.findIndex(({ word }) => middle(word) >= segment.startMs)
  const place = next < 0 ? items.length : next
  return { from: place, to: place }
}

/** The rest of the sentences that it takes part in, as far as no other text has their words: times are not exact. */
function withSentence(
  { from, to }: Range,
  items: readonly Item[],
  isElsewhere: (j: number) => boolean,
): Range {
  if (from === to) return { from, to }
  let [first, last] = [from, to]
  const isSame = (a: number, b: number): boolean => items[a]?.group === items[b]?.group
  while (first > 0 && isSame(first - 1, first) && !isElsewhere(first - 1)) first--
  while (last < items.length && isSame(last, last - 1) && !isElsewhere(last)) last++
  return { from: first, to: last }
}

/** Whether no new word stands beside it within the same sentence: such a word belongs to it, so it has changed. */
function isClosed(
  { from, to }: Range,
  ranges: ReadonlyArray<Range | null>,
  items: readonly Item[],
): boolean {
  const isOwned = (j: number): boolean => ownedBy(ranges, j)
  const sameGroup = (a: number, b: number): boolean => items[a]?.group === items[b]?.group
  const before = from === 0 || isOwned(from - 1) || !sameGroup(from - 1, from)
  return before && (to >= items.length || isOwned(to) || !sameGroup(to, to - 1))
}

/** Whether the new words around it would be shown in their order: its own times may be far off. */
function isInOrder(
  segment: Segment,
  { from, to }: Range,
  ranges: ReadonlyArray<Range | null>,
  items: readonly Item[],
): boolean {
  const [before, after] = [items[from - 1], items[to]]
  const isBefore = !before || ownedBy(ranges, from - 1) || before.word.startMs < segment.startMs
  return isBefore && (!after || ownedBy(ranges, to) || after.word.startMs > segment.startMs)
}

function ownedBy(ranges: ReadonlyArray<Range | null>, j: number): boolean {
  return ranges.some((range) => range !== null && j >= range.from && j < range.to)
}

/** A segment for each one of the reading. As many as before take over the ids of those, one by one. */
function segmentsFrom(
  before: readonly Segment[],
  items: readonly Item[],
  fresh: readonly Segment[],
  newId: () => SegmentId,
): Segment[] {
  const groups = [...Map.groupBy(items, ({ group }) => group)]
  return groups.flatMap(([group, members], index) => {
    const model = fresh[group] ?? before[index]
    const words = members.map(({ word }) => word)
    const [first, last] = [words[0], words.at(-1)]
    if (!model || !first || !last) return []
    const known = groups.length === before.length ? before[index]?.id : null
    const id = known ?? newId()
    const text = words.map(textOf).join(' ')
    const span = { startMs: first.startMs, endMs: Math.max(last.endMs, first.startMs) }
    const speaker = voiceIn(before, span)
    return [{ ...model, ...span, id, speaker, text, status: 'final' as const, words }]
  })
}

/** Who was known to speak for most of that time; the only voice that was there where nobody did. */
function voiceIn(before: readonly Segment[], span: Stretch): string | null {
  const voices = new Map<string | null, number>()
  for (const { speaker, startMs, endMs } of before) {
    const sharedMs = Math.min(endMs, span.endMs) - Math.max(startMs, span.startMs)
    voices.set(speaker, (voices.get(speaker) ?? 0) + Math.max(0, sharedMs))
  }
  const [[most, longestMs] = [null, 0]] = [...voices].toSorted(([, a], [, b]) => b - a)
  return longestMs > 0 || voices.size === 1 ? most : null
}

function isWorthIt({ before, after }: Change): boolean {
  const count = (segments: readonly Segment[]): number =>
    segments.reduce((sum, { words }) => sum + words.length, 0)
  if (count(after) === 0) return false
  return count(after) >= leastShare * count(before)
}

function textOf({ text }: Word): string {
  return text
}

function middle({ startMs, endMs }: Word): number {
  return (startMs + endMs) / 2
}
