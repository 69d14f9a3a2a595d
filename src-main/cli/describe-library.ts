import type { Command } from 'commander'
import { describeBackup } from './describe-backup.ts'
import type { Context } from './context.ts'
import type { Add, Run } from './describing.ts'
import type * as Organise from './organise.ts'
import type { SoundWords } from './sound.ts'

/** What can be typed about many meetings and many files, and about copies of all of them. */
export function describeLibrary(program: Command, add: Add, run: Run): void {
  describeBackup(program, add, run)
  const files = add(
    program,
    'import <files...>',
    'let files become meetings, one after the other; what is left goes on after a restart',
  )
  files.action(() =>
    run(
      async (context) => (await import('./import.ts')).importFiles(files.args, context),
      () => files.optsWithGlobals(),
    )(),
  )
  describeSound(program, add, run)
}

/** How the sound of a meeting leaves the data folder. */
function describeSound(program: Command, add: Add, run: Run): void {
  const sound = add(program, 'sound <id>', 'write the sound of a meeting to a WAV file')
    .option('--track <track>', 'me, them or mix; default: all of them heard together')
    .option('--output <file>', 'the file; default: ID.wav')
    .option('--force', 'replace a file that is there')
  sound.action(() =>
    run(
      async (context) =>
        (await import('./sound.ts')).writeSound(
          sound.args[0] ?? '',
          sound.opts<SoundWords>(),
          context,
        ),
      () => sound.optsWithGlobals(),
    )(),
  )
}

/** The part of `rtstt meetings` that is about many of them. */
export function describeMany(meetings: Command, add: Add, run: Run): void {
  const say = (
    command: Command,
    work: (organise: typeof Organise, context: Context) => Promise<number>,
  ): void => {
    command.action(() =>
      run(
        async (context) => work(await import('./organise.ts'), context),
        () => command.optsWithGlobals(),
      )(),
    )
  }
  const organise = add(meetings, 'organise <ids...>', 'put meetings into a folder, and tag them')
    .option('--folder <name>', 'the folder they go into')
    .option('--no-folder', 'take them out of their folder')
    .option('--tag <tags...>', 'tags they get')
    .option('--untag <tags...>', 'tags they lose')
  say(organise, (module, context) =>
    module.organiseMeetings(organise.args, organise.opts<Organise.OrganiseOptions>(), context),
  )
  const merge = add(
    meetings,
    'merge <ids...>',
    'make one meeting of several; they go to the trash',
  ).option('--title <title>', 'its title; default: that of the first')
  say(merge, (module, context) =>
    module.mergeMeetings(merge.args, merge.opts<{ title?: string }>().title ?? null, context),
  )
  say(add(meetings, 'deleted', 'what lies in the trash'), (module, context) =>
    module.listDeleted(context),
  )
  const undelete = add(meetings, 'undelete <id>', 'bring a deleted meeting back')
  say(undelete, (module, context) => module.undeleteMeeting(undelete.args[0] ?? '', context))
  const purge = add(meetings, 'purge <id>', 'remove a deleted meeting for good, or `all` of them')
  say(purge, (module, context) => module.purgeMeetings(purge.args[0] ?? '', context))
}
