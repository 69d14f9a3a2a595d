/** What can be typed to understand meetings: insights, summaries, answers, and what is chosen for them. */
import type { Command } from 'commander'
import type { AskOptions } from './ask.ts'
import type { Add, Run } from './describing.ts'
import type { InsightsOptions } from './insights.ts'
import type { NoteOptions } from './notes.ts'
import type { SummarizeOptions } from './summarize.ts'
import type { StorageOptions } from './storage.ts'
import type { WhereOptions } from './where-to-look.ts'

export function describeUnderstanding(program: Command, add: Add, run: Run): void {
  describeReading(program, add, run)
  describeAsking(program, add, run)
  describeNotes(program, add, run)
  const settings = add(
    program,
    'settings [key] [value]',
    'what is chosen for all meetings, such as captions.sizePx',
  )
  settings.action(() =>
    run(
      async (context) => (await import('./settings.ts')).settings(settings.args, context),
      () => settings.optsWithGlobals(),
    )(),
  )
  const storage = add(program, 'storage', 'what is kept here, and how much room is left')
    .option('--preview', 'also what rules would remove now')
    .option('--clean', 'remove what a kill left behind')
  storage.action(
    run(
      async (context) =>
        (await import('./storage.ts')).storage(storage.opts<StorageOptions>(), context),
      () => storage.optsWithGlobals(),
    ),
  )
}

const modelOption = ['--model <id|path>', 'language model; none: by rules alone'] as const

function describeReading(program: Command, add: Add, run: Run): void {
  const insights = add(program, 'insights [id]', 'what matters in a meeting; the newest is `last`')
    .option('--refresh', 'understand it anew')
    .option(...modelOption)
    .option('--carried', 'what earlier meetings of its series, or all of them, left open')
  insights.action((id?: string) =>
    run(
      async (context) =>
        (await import('./insights.ts')).insights(id, insights.opts<InsightsOptions>(), context),
      () => insights.optsWithGlobals(),
    )(),
  )
  const summarize = add(program, 'summarize <id>', 'write a summary; the one before is kept')
    .option('--template <id>', 'see rtstt templates; default: that of the series')
    .option(...modelOption)
    .option('--language <code>', 'of the summary, such as en or it')
  summarize.action((id: string) =>
    run(
      async (context) =>
        (await import('./summarize.ts')).summarize(id, summarize.opts<SummarizeOptions>(), context),
      () => summarize.optsWithGlobals(),
    )(),
  )
  const templates = add(program, 'templates', 'what summaries can be made of')
  templates.action(
    run(
      async (context) => (await import('./summarize.ts')).templates(context),
      () => templates.optsWithGlobals(),
    ),
  )
}

function describeAsking(program: Command, add: Add, run: Run): void {
  const narrowed = (usage: string, description: string): Command =>
    add(program, usage, description)
      .option('--meeting <id>', 'only in this one; the newest is `last`')
      .option('--from <day>', 'in meetings from this day on, such as 2026-11-20')
      .option('--to <day>', 'up to this day')
      .option('--speaker <name>', 'only what this person said')
      .option('--track <track>', 'me, them or mix')
      .option(
        '--kind <kind>',
        'where an action, a decision or a question was found; note: only notes',
      )
  const search = narrowed('search <query...>', 'find what was said, by words and by meaning')
  search.action((words: string[]) =>
    run(
      async (context) =>
        (await import('./search.ts')).search(words.join(' '), search.opts<WhereOptions>(), context),
      () => search.optsWithGlobals(),
    )(),
  )
  const ask = narrowed('ask <question...>', 'answer from what was said, with its places').option(
    ...modelOption,
  )
  ask.action((words: string[]) =>
    run(
      async (context) =>
        (await import('./ask.ts')).ask(words.join(' '), ask.opts<AskOptions>(), context),
      () => ask.optsWithGlobals(),
    )(),
  )
}

function describeNotes(program: Command, add: Add, run: Run): void {
  const note = add(
    program,
    'note <id> [text...]',
    'write a note beside a meeting, also while it goes on; without text: a bookmark',
  ).option('--at <time>', 'its place, such as 1:05 or 90s; default: now, in the sound heard')
  note.action((id: string, words: string[]) =>
    run(
      async (context) =>
        (await import('./notes.ts')).addNote(id, words, note.opts<NoteOptions>(), context),
      () => note.optsWithGlobals(),
    )(),
  )
  const notes = add(program, 'notes <id>', 'what was noted beside a meeting')
  notes.action((id: string) =>
    run(
      async (context) => (await import('./notes.ts')).listNotes(id, context),
      () => notes.optsWithGlobals(),
    )(),
  )
}
