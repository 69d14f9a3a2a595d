/** What a person can do to the words of a meeting and to who says them. */
import type { CommandInput, CommandOutput } from '#contract/commands.ts'
import type { MeetingId } from '#contract/ids.ts'
import type { EngineClient } from '#wire/connect.ts'
import type { Notice } from './notices.ts'
import { problemNotice, tell, type Update } from './perform.ts'

export type EditCommand =
  | 'segment.edit'
  | 'segment.split'
  | 'segment.merge'
  | 'segment.assign'
  | 'speaker.list'
  | 'speaker.rename'
  | 'text.find'
  | 'text.replace'
  | 'edit.undo'
  | 'edit.redo'
  | 'edit.list'
  | 'edit.revert'

/** What came of it; what stood in the way is for whoever asked, who still has what was written. */
export type Outcome<T> =
  | { readonly answer: T; readonly problem: null }
  | { readonly answer: null; readonly problem: Notice }

export interface EditActions {
  edit<N extends EditCommand>(name: N, input: CommandInput<N>): Promise<Outcome<CommandOutput<N>>>
  /** The same where there is nobody to show what stood in the way: it is told above the screen. */
  editOrTell<N extends EditCommand>(
    name: N,
    input: CommandInput<N>,
  ): Promise<CommandOutput<N> | null>
  /** Undoes one edit, also where others were made since; what stands in the way is told. */
  takeBack(meetingId: MeetingId, editId: number): Promise<void>
  /** What can be undone; from then on events tell. */
  readEdits(meetingId: MeetingId): Promise<void>
}

export function editActions(update: Update, client: EngineClient): EditActions {
  const edit: EditActions['edit'] = async (name, input) => {
    try {
      return { answer: await client.call(name, input), problem: null }
    } catch (error) {
      return { answer: null, problem: problemNotice(error, input.meetingId) }
    }
  }
  const editOrTell: EditActions['editOrTell'] = async (name, input) => {
    const { answer, problem } = await edit(name, input)
    if (problem) tell(update, problem)
    return answer
  }
  return {
    edit,
    editOrTell,
    async takeBack(meetingId, editId) {
      const last = await client.call('edit.state', { meetingId }).catch(() => null)
      if (last?.undo?.id === editId) await editOrTell('edit.undo', { meetingId })
      else await editOrTell('edit.revert', { meetingId, editId })
    },
    async readEdits(meetingId) {
      // Without an answer the buttons stay as they are; a lost connection tells itself.
      const stack = await client.call('edit.state', { meetingId }).catch(() => null)
      if (stack) update(({ edits }) => ({ edits: { ...edits, [meetingId]: stack } }))
    },
  }
}
