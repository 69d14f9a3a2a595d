/** Recognition goes first: while live text is late, nothing else is computed. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { LanguageModel } from './language-model.ts'

/** So late is live text, in milliseconds, when the language model is held, and when it may go on. */
const holdAboveMs = 1_500
const releaseBelowMs = 750
/** From this step of the pace on, text is given up for time. */
const heldStep = 2

/** The meetings whose text is late. */
export type LanguagePriority = ReadonlySet<MeetingId>

export const nothingLate: LanguagePriority = new Set()

export interface RecognitionFirst {
  /** Is to be told every event. */
  note(event: EngineEvent): void
  isHeld(): boolean
}

/** Holds the language model while any live text is late. */
export function recognitionFirst(model: Pick<LanguageModel, 'hold'>): RecognitionFirst {
  let late = nothingLate
  const isHeld = (): boolean => late.size > 0
  return {
    isHeld,
    note(event) {
      const before = isHeld()
      late = afterEvent(late, event)
      if (isHeld() !== before) model.hold(!before)
    },
  }
}

export function afterEvent(late: LanguagePriority, event: EngineEvent): LanguagePriority {
  switch (event.type) {
    case 'decode.measured':
      // What is read again is behind by nature.
      return event.kind === 'final' ? late : after(late, event.meetingId, event.lagMs, 0)
    case 'pace.changed':
      return after(late, event.meetingId, event.lagMs, event.step)
    case 'meeting.stopped':
      return without(late, event.meeting.id)
    case 'meeting.deleted':
      return without(late, event.meetingId)
    default:
      return late
  }
}

function after(
  late: LanguagePriority,
  meetingId: MeetingId,
  lagMs: number,
  step: number,
): LanguagePriority {
  if (lagMs > holdAboveMs || step >= heldStep) return new Set([...late, meetingId])
  return lagMs < releaseBelowMs ? without(late, meetingId) : late
}

function without(late: LanguagePriority, meetingId: MeetingId): LanguagePriority {
  return late.has(meetingId) ? late.difference(new Set([meetingId])) : late
}
