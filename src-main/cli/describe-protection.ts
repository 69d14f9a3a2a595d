/** What can be typed about the keys of the data folder. */
import type { Command } from 'commander'
import type { Context } from './context.ts'
import type { Add, Run } from './describing.ts'
import type * as Keys from './protection.ts'

export function describeProtection(program: Command, add: Add, run: Run): void {
  const parent = add(
    program,
    'keys',
    'how the data folder is kept from others, and who can open it',
  )
  parent.action(
    run(
      async (context) => (await import('./protection.ts')).keysStatus(context),
      () => parent.optsWithGlobals(),
    ),
  )
  const say = (
    usage: string,
    description: string,
    work: (module: typeof Keys, context: Context, command: Command) => Promise<number>,
    dress: (command: Command) => Command = (command) => command,
  ): void => {
    const command = dress(add(parent, usage, description))
    command.action(() =>
      run(
        async (context) => work(await import('./protection.ts'), context, command),
        () => command.optsWithGlobals(),
      )(),
    )
  }
  say('status', 'tell it', (module, context) => module.keysStatus(context))
  say('recovery', 'make a recovery phrase, which is shown once', (module, context) =>
    module.makeRecovery(context),
  )
  say(
    'passphrase',
    'set a passphrase: typed, on standard input, or in RTSTT_PASSPHRASE',
    (module, context, command) => module.setPassphrase(command.opts(), context),
    (command) =>
      command
        .option('--only', 'this computer keeps no key: the passphrase is asked for at every start')
        .option('--remove', 'take it away'),
  )
  say(
    'open',
    'open a folder by its recovery phrase, on this computer from then on',
    (module, context) => module.openByWords(context),
  )
  say('rotate', 'lock everything with new keys', (module, context) => module.rotateKeys(context))
}
