/** What a gate refused, and how a person brings it back. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import { SegmentId } from '#contract/ids.ts'
import type { Segment } from '#contract/transcript.ts'
import type { Work } from './launch-meeting.ts'
import { retimeWords } from './transcript/retime-words.ts'

type TextCommand = 'refusal.list' | 'refusal.restore'

export function textCommands({
  parts: { keeping, clock, newId },
  tell,
}: Pick<Work, 'parts' | 'tell'>): Pick<EngineApi, TextCommand> {
  const { store } = keeping
  const revised = (meetingId: Parameters<typeof store.segments.write>[0], segment: Segment) => {
    const { track } = segment
    tell({ type: 'segments.revised', meetingId, track, removed: [], segments: [segment] })
    return segment
  }

  return {
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
