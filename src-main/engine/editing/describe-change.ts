/** A change as a history shows it: the first of what it changed, before and after. */
import { type EditEntry, shownChanges } from '#contract/edit.ts'
import type { Segment } from '#contract/transcript.ts'
import type { Change, TextChange, VoiceChange } from './change.ts'

type Shown = EditEntry['changes'][number]

export function describeChange(change: Change): Shown[] {
  const shown = change.about === 'text' ? textsOf(change) : voicesOf(change.voices)
  return shown.slice(0, shownChanges)
}

/** One by one where the same segments stay; else as a whole, each segment on a line of its own. */
function textsOf({ before, after }: TextChange): Shown[] {
  const isOneByOne =
    before.length === after.length && before.every(({ id }, index) => id === after[index]?.id)
  if (!isOneByOne) return [shown(before, after)]
  return before.flatMap((segment, index) => {
    const now = after[index]
    return now && now.text !== segment.text ? [shown([segment], [now])] : []
  })
}

function shown(before: readonly Segment[], after: readonly Segment[]): Shown {
  const place = after[0] ?? before[0]
  const lines = (segments: readonly Segment[]): string | null =>
    segments.length === 0 ? null : segments.map(({ text }) => text).join('\n')
  return {
    segmentId: place?.id ?? null,
    startMs: place?.startMs ?? null,
    about: 'text',
    before: lines(before),
    after: lines(after),
  }
}

/** Each pair of names once, at the first of its segments. */
function voicesOf(voices: readonly VoiceChange[]): Shown[] {
  const pairs = Map.groupBy(voices, ({ before, after }) => JSON.stringify([before, after]))
  return Array.from(pairs.values(), ([first]) => ({
    segmentId: first?.segmentId ?? null,
    startMs: null,
    about: 'speaker' as const,
    before: first?.before ?? null,
    after: first?.after ?? null,
  }))
}
