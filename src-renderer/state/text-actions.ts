/** What a person can do about the text of a meeting: have it improved, and see what was held back. */
import type { MeetingId, RefusalId } from '#contract/ids.ts'
import type { EngineClient } from '#wire/connect.ts'
import { lasting, problemNotice, tell, type Update } from './perform.ts'
import { refiningAnswered } from './refinings.ts'

export interface TextActions {
  /** Reads it again by stronger means; how that goes is told by events. */
  refine(meetingId: MeetingId): Promise<void>
  cancelRefining(meetingId: MeetingId): Promise<void>
  readRefining(meetingId: MeetingId): Promise<void>
  readRefused(meetingId: MeetingId): Promise<void>
  /** How a place sounds, as a file for a player; null where that cannot be heard, which is told. */
  hear(meetingId: MeetingId, fromMs: number, toMs: number): Promise<Blob | null>
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
    async hear(meetingId, fromMs, toMs) {
      let sound: Blob | null = null
      await attempt(meetingId, async () => {
        const { mediaType, base64 } = await client.call('meeting.clip', {
          meetingId,
          track: null,
          fromMs,
          toMs,
        })
        sound = new Blob([Uint8Array.fromBase64(base64)], { type: mediaType })
      })
      return sound
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
