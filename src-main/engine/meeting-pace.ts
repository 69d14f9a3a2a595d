/** How well the text of a live meeting keeps up, and what is given up for it; shared by its tracks. */
import type { EngineEvent } from '#contract/events.ts'
import type { MeetingId } from '#contract/ids.ts'
import { type Effort, efforts, paceAfter, steady, type Step } from './recognition/pace.ts'

export interface MeetingPace {
  effort(): Effort
  /** Text was so far behind the sound at this time of it. */
  heard(atMs: number, lagMs: number): void
}

export function meetingPace(
  meetingId: MeetingId,
  tell: (event: EngineEvent) => void,
  paced: (step: Step) => void,
): MeetingPace {
  let pace = steady
  return {
    effort: () => efforts[pace.step],
    heard(atMs, lagMs) {
      const before = pace.step
      pace = paceAfter(pace, atMs, lagMs)
      if (pace.step === before) return
      tell({ type: 'pace.changed', meetingId, step: pace.step, lagMs: Math.round(lagMs) })
      paced(pace.step)
    },
  }
}
