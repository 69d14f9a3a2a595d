/** What can be typed about models, and about the names and terms that they are told to expect. */
import type { Command } from 'commander'
import type { Context } from './context.ts'
import type { Add, Run } from './describing.ts'
import type * as Models from './models.ts'
import type * as Terms from './vocabulary.ts'

export function describeModels(program: Command, add: Add, run: Run): void {
  const parent = program
    .command('models')
    .description('the models that turn sound into text, and text into what matters')
  const say = (
    usage: string,
    description: string,
    work: (module: typeof Models, word: string, context: Context) => Promise<number>,
  ): void => {
    const command = add(parent, usage, description)
    command.action(() =>
      run(
        async (context) => work(await import('./models.ts'), command.args[0] ?? '', context),
        () => command.optsWithGlobals(),
      )(),
    )
  }
  const list = add(
    parent,
    'list',
    'what there is, what is here, and what suits this machine',
  ).option('--kind <kind>', 'only speech, language, embedding, ...')
  list.action(
    run(
      async (context) =>
        (await import('./models.ts')).listModels(
          list.opts<{ kind?: string }>().kind ?? null,
          context,
        ),
      () => list.optsWithGlobals(),
    ),
  )
  say('pull <id>', 'fetch a model', (module, id, context) => module.pullModel(id, context))
  say('add <file>', 'use a model file of your own', (module, path, context) =>
    module.addModel(path, context),
  )
  say('verify', 'check the files that are here', (module, _, context) =>
    module.verifyModels(context),
  )
  say('remove <id>', 'delete a model file', (module, id, context) =>
    module.removeModel(id, context),
  )
}

export function describeVocabulary(program: Command, add: Add, run: Run): void {
  const parent = program
    .command('vocabulary')
    .description('names and terms that every meeting expects to hear')
  const say = (
    usage: string,
    description: string,
    work: (module: typeof Terms, words: readonly string[], context: Context) => Promise<number>,
  ): void => {
    const command = add(parent, usage, description)
    command.action(() =>
      run(
        async (context) => work(await import('./vocabulary.ts'), command.args, context),
        () => command.optsWithGlobals(),
      )(),
    )
  }
  say('list', 'all of them', (module, _, context) => module.listTerms(context))
  say('add <terms...>', 'add terms; quote one that has several words', (module, terms, context) =>
    module.addTerms(terms, context),
  )
  say('remove <terms...>', 'remove terms', (module, terms, context) =>
    module.removeTerms(terms, context),
  )
  say(
    'import <file>',
    'add the terms of a text or CSV file, one a line',
    (module, [path = ''], context) => module.importTerms(path, context),
  )
  say('clear', 'remove all of them', (module, _, context) => module.clearTerms(context))
}
