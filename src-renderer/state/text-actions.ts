/** What a person can do about the text of a meeting: have it improved, and see what was held back. */
import type { MeetingId, RefusalId } from '#contract/ids.ts'
import type { SoundPeaks } from '#contract/peaks.ts'
import type { EngineClient } from '#wire/connect.ts'
import { lasting, problemNotice, tell, type Update } from './perform.ts'
import { refiningAnswered } from './refinings.ts'

export interface TextActions {
  /** Reads it again by stronger means; how that goes is told by events. */
  refine(meetingId: MeetingId): Promise<void>
  cancelRefining(meetingId: MeetingId): Promise<void>
  readRefining(meetingId: MeetingId): Promise<void>
  readRefused(meetingId: MeetingId): Promise<void>
  /** How loud a meeting is, in so many parts; null where that cannot be known, which its player tells as well. */
  readPeaks(meetingId: MeetingId, buckets: number): Promise<SoundPeaks | null>
  /** Shows something that was held back. */
  restore(meetingId: MeetingId, refusalId: RefusalId): Promise<void>
}

export function textActions(update: Update, client: EngineClient): TextActions {
  /** What stands in the way is told; a lost connection tells itself. */
  async function attempt(meetingId: MeetingId, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (lasting(error) !== null) tell(update, problemNotice(error, meetingId))
    }
  }
  const readRefused = (meetingId: MeetingId): Promise<void> =>
    attempt(meetingId, async () => {
      const refused = await client.call('refusal.list', { meetingId })
      update(({ refusals }) => ({ refusals: { ...refusals, [meetingId]: refused } }))
    })

  return {
    async readPeaks(meetingId, buckets) {
      const whole = { meetingId, buckets, fromMs: 0, toMs: null }
      try {
        return await client.call('meeting.peaks', whole)
      } catch {
        // A waveform is a picture of what can be heard: without it everything still works.
        return null
      }
    },
    refine: (meetingId) =>
      attempt(meetingId, async () => {
        await client.call('meeting.refine', { meetingId, model: null })
      }),
    cancelRefining: (meetingId) =>
      attempt(meetingId, async () => {
        await client.call('meeting.cancelRefining', { meetingId })
      }),
    readRefining: (meetingId) =>
      attempt(meetingId, async () => {
        const answer = await client.call('meeting.refining', { meetingId })
        update(({ refinings }) => ({ refinings: refiningAnswered(refinings, meetingId, answer) }))
      }),
    readRefused,
    async restore(meetingId, refusalId) {
      await attempt(meetingId, async () => {
        await client.call('refusal.restore', { refusalId })
      })
      await readRefused(meetingId)
    },
  }
}
