/** A change as the two texts of its revision: segments whole, or names each with the segments they stand at. */
import type { EditKind } from '#contract/edit.ts'
import type { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import type { Change, KeptChange, VoiceChange } from './edits.ts'

export interface ChangeTexts {
  readonly before: string
  readonly after: string
}

export interface ChangeRow extends ChangeTexts {
  readonly number: number
  readonly segment_id: SegmentId | null
  readonly what: string
  readonly author: KeptChange['author']
  readonly at: number
  readonly of: number | null
  readonly state: KeptChange['state']
}

type Named = ReadonlyArray<readonly [name: string | null, ids: readonly SegmentId[]]>

export function toTexts(change: Change): ChangeTexts {
  if (change.about === 'text')
    return { before: JSON.stringify(change.before), after: JSON.stringify(change.after) }
  const named = (name: (voice: VoiceChange) => string | null): Named =>
    Array.from(Map.groupBy(change.voices, name), ([key, voices]) => [
      key,
      voices.map(({ segmentId }) => segmentId),
    ])
  return {
    before: JSON.stringify({ voices: named(({ before }) => before) }),
    after: JSON.stringify({ voices: named(({ after }) => after) }),
  }
}

export function fromChangeRow(row: ChangeRow): KeptChange {
  const { number, segment_id: segmentId, author, at: atMs, of, state, before, after } = row
  const change = isPlain(row.what) ? null : fromTexts({ before, after })
  return {
    number,
    segmentId,
    what: kindOf(row),
    author,
    atMs,
    of,
    state,
    change,
    before,
    after,
  }
}

/** What the engine and the store call the changes that are no edits. */
function kindOf({ what, before }: ChangeRow): EditKind {
  if (what === 'segments') return 'refined'
  if (what === 'title') return 'titled'
  if (what === 'text') return before === '' ? 'restored' : 'written'
  return what as EditKind
}

function isPlain(what: string): boolean {
  return what === 'title' || what === 'text' || what === 'speaker'
}

function fromTexts(texts: ChangeTexts): Change {
  const before: unknown = JSON.parse(texts.before)
  const after: unknown = JSON.parse(texts.after)
  if (Array.isArray(before) || Array.isArray(after))
    return { about: 'text', before: before as Segment[], after: after as Segment[] }
  const names = new Map(
    (after as { voices: Named }).voices.flatMap(([name, ids]) => ids.map((id) => [id, name])),
  )
  const voices = (before as { voices: Named }).voices.flatMap(([name, ids]) =>
    ids.map((segmentId) => ({ segmentId, before: name, after: names.get(segmentId) ?? null })),
  )
  return { about: 'speaker', voices }
}
