/** What a person can do to the text of a meeting, each as one edit that can be undone. */
import type { EngineApi } from '#contract/commands.ts'
import { type FoundWords, longestText, shownExamples } from '#contract/edit.ts'
import { AppError } from '#contract/errors.ts'
import { type MeetingId, SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import { findWords } from './editing/find-words.ts'
import { mergeSegments } from './editing/merge-segments.ts'
import { replaceWords } from './editing/replace-words.ts'
import { splitSegment } from './editing/split-segment.ts'
import { type Editing, makingEdits } from './make-edits.ts'
import { retimeWords, withWholeWords } from './transcript/retime-words.ts'

type EditCommand = 'segment.edit' | 'segment.split' | 'segment.merge' | 'text.find' | 'text.replace'

export function editCommands(work: Editing): Pick<EngineApi, EditCommand> {
  const { store, isOpen } = work
  const { make, closed, atOnce } = makingEdits(work)

  return {
    'segment.edit': async ({ meetingId, segmentId, text }) =>
      atOnce(() => {
        const known = closed(meetingId, segmentId)
        if (known.text === text) return known
        const written = writtenAnew(known, text)
        make(meetingId, 'written', { about: 'text', before: [known], after: [written] })
        return written
      }),
    'segment.split': async ({ meetingId, segmentId, at, text }) =>
      atOnce(() => {
        const known = closed(meetingId, segmentId)
        const whole = text === null ? withWholeWords(known) : writtenAnew(known, text)
        const parts = splitSegment(whole, at, SegmentId.parse(work.newId()))
        if (!parts) throw new AppError('invalid_input', nothingToSplit)
        make(meetingId, 'split', { about: 'text', before: [known], after: parts })
        return [...parts]
      }),
    'segment.merge': async ({ meetingId, segmentIds }) =>
      atOnce(() => {
        const known = neighbours(work, meetingId, [
          ...new Set(segmentIds.map((id) => closed(meetingId, id).id)),
        ])
        const [first, ...others] = known.map(withWholeWords)
        if (!first) throw new AppError('not_found', 'This text is not there any more.')
        const merged = mergeSegments([first, ...others])
        if (merged.text.length > longestText) throw new AppError('invalid_input', tooLong)
        make(meetingId, 'merged', { about: 'text', before: known, after: [merged] })
        return merged
      }),
    async 'text.find'({ meetingId, ...sought }) {
      let [places, segments, leftOpen] = [0, 0, 0]
      const examples: FoundWords['examples'] = []
      for (const { id, text } of store.edits.texts(meetingId)) {
        const found = findWords(text, sought)
        if (found.length === 0) continue
        places += found.length
        segments++
        if (isOpen(id)) leftOpen += found.length
        if (segments <= shownExamples) examples.push({ segmentId: id, text, places: found })
      }
      return { places, segments, leftOpen, examples }
    },
    'text.replace': async ({ meetingId, with: words, ...sought }) =>
      atOnce(() => {
        const before: Segment[] = []
        const after: Segment[] = []
        let [places, left] = [0, 0]
        for (const { id, text } of store.edits.texts(meetingId)) {
          const replaced = replaceWords(text, sought, words)
          if (!replaced || replaced.text === text) continue
          const known = isOpen(id) ? null : store.segments.read(meetingId, id)
          if (replaced.text === null || !known) {
            left += replaced.places
            continue
          }
          places += replaced.places
          before.push(known)
          after.push(writtenAnew(known, replaced.text))
        }
        const change = { about: 'text', before, after } as const
        return { ...make(meetingId, 'replaced', change), places, left }
      }),
  }
}

function writtenAnew(known: Segment, text: string): Segment {
  return { ...known, text, words: retimeWords(known, text), status: 'final' }
}

/** In their order; refused where another segment of the track stands between them. */
function neighbours(
  { store }: Editing,
  meetingId: MeetingId,
  ids: readonly SegmentId[],
): Segment[] {
  const named = ids.flatMap((id) => store.segments.read(meetingId, id) ?? [])
  const starts = named.map(({ startMs }) => startMs)
  const [from, to] = [Math.min(...starts), Math.max(...starts)]
  const track = named[0]?.track ?? 'mix'
  const around = store.segments.within(meetingId, { track, startMs: from, endMs: to + 1 })
  const between = around.filter(({ startMs }) => startMs >= from && startMs <= to)
  const isRow = named.length > 1 && between.every(({ id }) => ids.includes(id))
  if (!isRow || between.length !== named.length) throw new AppError('invalid_input', noNeighbours)
  return between
}

const nothingToSplit =
  'The sentence cannot be divided there: one part would be empty. Choose a place between two words.'
const noNeighbours = 'Only sentences that follow each other on the same track can be joined.'
const tooLong = `Joined they would be longer than ${longestText} characters. They stay apart.`
