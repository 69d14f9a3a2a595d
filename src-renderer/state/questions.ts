/** What was asked since the page was opened, and how far the answers are. */
import type { Answer } from '#contract/ask.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { AskId, MeetingId } from '#contract/ids.ts'

export interface Asked {
  readonly askId: AskId
  /** The meeting that was asked; null: all of them. */
  readonly meetingId: MeetingId | null
  /** Where it was asked. */
  readonly askedIn: MeetingId
  readonly question: string
  readonly state: 'answering' | 'answered' | 'cancelled' | 'failed'
  /** What is written so far; nobody has checked it yet. */
  readonly draft: string
  readonly answer: Answer | null
  readonly problem: string
}

/** So many are remembered. */
const mostAsked = 20

/** Takes in one event of the engine. */
export function applyToQuestions(asked: readonly Asked[], event: EngineEvent): readonly Asked[] {
  if (event.type !== 'answer.progressed') return asked
  return changeAsked(asked, event.askId, { draft: event.draft })
}

/** The newest comes last. */
export function addAsked(
  asked: readonly Asked[],
  question: Pick<Asked, 'askId' | 'meetingId' | 'askedIn' | 'question'>,
): readonly Asked[] {
  const fresh = { ...question, state: 'answering', draft: '', answer: null, problem: '' } as const
  return [...asked, fresh].slice(-mostAsked)
}

/** What is over does not change any more: a late answer to a question that was taken back is not shown. */
export function changeAsked(
  asked: readonly Asked[],
  askId: AskId,
  to: Partial<Asked>,
): readonly Asked[] {
  return asked.map((one) =>
    one.askId === askId && one.state === 'answering' ? { ...one, ...to } : one,
  )
}
