import type { Command } from 'commander'
import type * as Backup from './backup.ts'
import type { Context } from './context.ts'
import type { Add, Run } from './describing.ts'

/** What can be typed about backups. */
export function describeBackup(program: Command, add: Add, run: Run): void {
  const backup = program
    .command('backup')
    .description('copies of everything but sound, made once a day by themselves')
  const say = (
    command: Command,
    work: (module: typeof Backup, context: Context) => Promise<number>,
  ): void => {
    command.action(() =>
      run(
        async (context) => work(await import('./backup.ts'), context),
        () => command.optsWithGlobals(),
      )(),
    )
  }
  say(add(backup, 'list', 'the backups, the newest first'), (module, context) =>
    module.listBackups(context),
  )
  say(add(backup, 'make', 'make one now'), (module, context) => module.makeBackup(context))
  const restore = add(
    backup,
    'restore <id>',
    'go back to one, or to the `last`; what is there is kept as the newest backup',
  )
  say(restore, (module, context) => module.restoreBackup(restore.args[0] ?? '', context))
}
