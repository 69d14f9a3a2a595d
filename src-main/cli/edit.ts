/** Changes to the text of a meeting from the command line, each as one step that can be undone. */
import { AppError } from '#contract/errors.ts'
import type { MeetingId } from '#contract/ids.ts'
import { type Context, type Engine, inputFor } from './context.ts'
import { historyLines } from './edit-lines.ts'
import { exitCodes } from './exit-codes.ts'
import { findMeeting } from './find-meeting.ts'

export interface EditOptions {
  readonly wholeWords?: boolean
  readonly case?: boolean
}

interface Outcome {
  /** What a script reads. */
  readonly result: unknown
  readonly said: readonly string[]
}

type Act = (
  api: Engine['api'],
  meetingId: MeetingId,
  words: readonly string[],
  options: EditOptions,
) => Promise<Outcome>

/** How many entries of a history are printed. */
const printed = 50

export async function editMeeting(
  named: string,
  [action = '', ...words]: readonly string[],
  options: EditOptions,
  context: Context,
): Promise<number> {
  const act = Object.hasOwn(acts, action) ? acts[action as keyof typeof acts] : null
  if (!act) throw new AppError('invalid_input', usage)
  await using engine = await context.openEngine(action === 'history' ? 'read' : 'write')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  const { result, said } = await act(engine.api, meetingId, words, options)
  if (context.json) context.terminal.result(JSON.stringify(result, null, 2))
  else for (const line of said) context.terminal.result(line)
  return exitCodes.done
}

const acts = {
  async replace(api, meetingId, [find, words], { wholeWords = false, case: matchCase = false }) {
    const wish = { meetingId, find, with: words, wholeWords, matchCase }
    const result = await api['text.replace'](inputFor('text.replace', wish))
    const { places, segments, left } = result
    const kept = left > 0 ? [`${left} left as they are: nothing would stand there.`] : []
    return { result, said: [`${places} replaced in ${counted(segments)}.`, ...kept] }
  },
  async 'rename-speaker'(api, meetingId, [from = '', to]) {
    const unnamedOn = { me: 'me', them: 'them', mix: 'mix' }[from.toLowerCase()]
    const speakers = await api['speaker.list']({ meetingId })
    const isName = speakers.some(({ name }) => name === from)
    const voice = unnamedOn && !isName ? { unnamedOn } : { name: from }
    const wish = inputFor('speaker.rename', { meetingId, voice, name: to })
    const result = await api['speaker.rename'](wish)
    return { result, said: [`${to} says ${counted(result.segments)} now.`] }
  },
  async undo(api, meetingId) {
    const result = await api['edit.undo']({ meetingId })
    return { result, said: [`Undone, in ${counted(result.segments)}.`] }
  },
  async redo(api, meetingId) {
    const result = await api['edit.redo']({ meetingId })
    return { result, said: [`Made again, in ${counted(result.segments)}.`] }
  },
  async history(api, meetingId) {
    const result = await api['edit.list']({ meetingId, before: null, limit: printed })
    return { result, said: historyLines(result) }
  },
} satisfies Record<string, Act>

function counted(segments: number): string {
  return segments === 1 ? '1 sentence' : `${segments} sentences`
}

const usage =
  'Write: rtstt edit ID replace FIND WITH, rename-speaker FROM TO, undo, redo or history.'
