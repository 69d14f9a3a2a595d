import { randomUUID } from 'node:crypto'
import type { Answer } from '#contract/ask.ts'
import type { MeetingCitation } from '#contract/citation.ts'
import { AppError } from '#contract/errors.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { originLine } from './origin-line.ts'
import { clockTime } from './progress.ts'
import { whereToLook, type WhereOptions } from './where-to-look.ts'

export interface AskOptions extends WhereOptions {
  readonly model?: string
}

/** Answers from what was said in the meetings, and from nothing else. */
export async function ask(
  question: string,
  options: AskOptions,
  context: Context,
): Promise<number> {
  const { terminal, json, interrupted } = context
  await using engine = await context.openEngine('read')
  const input = inputFor('ask.question', {
    askId: randomUUID(),
    question,
    filters: await whereToLook(options, engine),
    model: options.model ?? null,
  })
  const { askId } = input
  engine.subscribe((event) => {
    // Not checked yet: it is seen while it is written, and gone before the answer stands there.
    if (event.type === 'answer.progressed' && event.askId === askId)
      terminal.status(lastWords(event.draft, terminal.columns))
  })
  const cancel = (): void => {
    // It may have ended just now.
    void engine.api['ask.cancel']({ askId }).catch(() => {})
  }
  interrupted.addEventListener('abort', cancel, { once: true })
  const answer = await engine.api['ask.question'](input).finally(() => terminal.status(null))
  // A question that was ended early may not look like one that nothing answers.
  if (interrupted.aborted) throw new AppError('cancelled', 'The question was ended.')
  if (json) terminal.result(JSON.stringify(answer, null, 2))
  else for (const line of answerLines(answer)) terminal.result(line)
  return answer.supported ? exitCodes.done : exitCodes.unanswered
}

/** The answer, each statement with the places on which it rests. */
export function answerLines(answer: Answer): string[] {
  if (!answer.supported)
    return ['Not in your meetings.', ...(answer.without === null ? [] : [`(${answer.without})`])]
  const titles = new Map(answer.sources.map((hit) => [hit.meetingId, hit.meetingTitle]))
  const place = ({ meetingId, startMs }: MeetingCitation): string =>
    `${titles.get(meetingId) ?? meetingId} ${clockTime(startMs)}`
  const statements = answer.lines.map(
    ({ text, citations }) => `${text}  [${[...new Set(citations.map(place))].join(', ')}]`,
  )
  const { model, without, dropped } = answer
  const origin = originLine({ author: model === null ? 'rules' : 'model', model, without, dropped })
  const alsoWithout = model !== null && without !== null ? [`(${without})`] : []
  return [...statements, '', origin, ...alsoWithout]
}

/** The end of what is written so far, in one line. */
function lastWords(draft: string, columns: number): string {
  const line = draft.replaceAll(/\s+/g, ' ').trim()
  return line.length < columns ? line : `…${line.slice(2 - columns)}`
}
