/** What a person can do to text that is kept: write it anew, and bring back what was refused. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import type { Work } from './launch-meeting.ts'
import { retimeWords } from './transcript/retime-words.ts'

type TextCommand = 'segment.edit' | 'refusal.list' | 'refusal.restore'

export function textCommands({
  parts: { keeping, clock, newId },
  tell,
  isOpen,
}: Pick<Work, 'parts' | 'tell' | 'isOpen'>): Pick<EngineApi, TextCommand> {
  const { store } = keeping
  const revised = (meetingId: Parameters<typeof store.segments.write>[0], segment: Segment) => {
    const { track } = segment
    tell({ type: 'segments.revised', meetingId, track, removed: [], segments: [segment] })
    return segment
  }

  return {
    async 'segment.edit'({ meetingId, segmentId, text }) {
      const known = store.segments.read(meetingId, segmentId)
      if (!known) throw new AppError('not_found', 'This text is not there any more.')
      if (isOpen(segmentId)) throw new AppError('meeting_busy', stillSpoken)
      if (known.text === text) return known
      const words = retimeWords(known, text)
      const segment: Segment = { ...known, text, words, status: 'final' }
      store.segments.write(meetingId, segment, clock.now())
      return revised(meetingId, segment)
    },
    'refusal.list': async ({ meetingId }) => store.refusals.ofMeeting(meetingId),
    async 'refusal.restore'({ refusalId }) {
      const refusal = store.refusals.read(refusalId)
      if (!refusal) throw new AppError('not_found', 'There is no such text to bring back.')
      const { meetingId, track, startMs, endMs, text, segmentId } = refusal
      const shown = segmentId && store.segments.read(meetingId, segmentId)
      if (shown) return shown
      if (segmentId) throw new AppError('not_found', 'This text was brought back before.')
      const segment: Segment = {
        id: SegmentId.parse(newId()),
        track,
        speaker: null,
        startMs,
        endMs,
        text,
        status: 'final',
        words: retimeWords({ startMs, endMs, words: [] }, text),
      }
      store.refusals.restore(refusal, segment, clock.now())
      return revised(meetingId, segment)
    },
  }
}

const stillSpoken = 'This sentence is still being spoken. Change it when it has ended.'
