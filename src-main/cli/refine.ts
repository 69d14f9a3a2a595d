import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { findMeeting } from './find-meeting.ts'
import { refiningEnd, refiningLine } from './follow-refining.ts'

/** Reads a meeting again by stronger means. */
export async function refineMeeting(
  named: string,
  { model = null }: { readonly model?: string | null },
  context: Context,
): Promise<number> {
  const { terminal, interrupted, json } = context
  await using engine = await context.openEngine('write')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  let corrected = 0
  engine.subscribe((event) => {
    if (event.type === 'refining.changed') terminal.status(refiningLine(event.refining))
    if (event.type === 'segments.revised') corrected += event.segments.length
  })
  const cancel = (): void => {
    // It may have ended just now.
    void engine.api['meeting.cancelRefining']({ meetingId }).catch(() => {})
  }
  interrupted.addEventListener('abort', cancel, { once: true })
  const input = inputFor('meeting.refine', { meetingId, model })
  const refining = await engine.api['meeting.refine'](input)
  terminal.status(null)
  if (json) terminal.result(JSON.stringify({ ...refining, corrected }, null, 2))
  const end = refiningEnd(refining)
  if (end !== null) terminal.say(end)
  terminal.say(
    corrected === 0
      ? 'Nothing had to be corrected.'
      : `${corrected} ${corrected === 1 ? 'sentence is' : 'sentences are'} corrected. Read it: rtstt show ${meetingId}`,
  )
  return interrupted.aborted ? exitCodes.interrupted : exitCodes.done
}
