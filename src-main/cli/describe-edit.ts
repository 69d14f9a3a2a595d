import type { Command } from 'commander'
import type { Add, Run } from './describing.ts'
import type { EditOptions } from './edit.ts'

/** What can be typed to change the text of a meeting. */
export function describeEdit(program: Command, add: Add, run: Run): void {
  const edit = add(
    program,
    'edit <id> <action> [words...]',
    'change a meeting: replace FIND WITH, rename-speaker FROM TO, undo, redo, history',
  )
    .option('--whole-words', 'replace: not where it is a part of a word')
    .option('--case', 'replace: upper and lower case count')
  edit.action((id: string, action: string, words: string[]) =>
    run(
      async (context) =>
        (await import('./edit.ts')).editMeeting(
          id,
          [action, ...words],
          edit.opts<EditOptions>(),
          context,
        ),
      () => edit.optsWithGlobals(),
    )(),
  )
}
