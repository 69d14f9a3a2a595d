/** The command line: what can be typed, and how a failure leaves. One file per command does the rest. */
import { Command, CommanderError } from 'commander'
import { AppError } from '#contract/errors.ts'
import manifest from '../../package.json' with { type: 'json' }
import { contextFor, type Context } from './context.ts'
import { describeBench } from './describe-bench.ts'
import { describeLibrary, describeMany } from './describe-library.ts'
import { describeDevices } from './describe-devices.ts'
import { describeEdit } from './describe-edit.ts'
import { describeModels, describeVocabulary } from './describe-models.ts'
import { describeNetwork } from './describe-network.ts'
import { describeProtection } from './describe-protection.ts'
import { describeServing } from './describe-serving.ts'
import { describeUnderstanding } from './describe-understanding.ts'
import type { Add, Run } from './describing.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import type { DoctorOptions } from './doctor.ts'
import type * as MeetingText from './meeting-text.ts'
import type * as Meetings from './meetings.ts'
import type { RecordOptions } from './record.ts'
import type { TranscribeOptions } from './transcribe.ts'

/** Runs what was typed and answers with the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  let code: number = exitCodes.done
  const program = describe((work, options) => async () => {
    code = await work(contextFor(options()))
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    return failed(error, args)
  }
}

function failed(error: unknown, args: readonly string[]): number {
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUsage
  const known = error instanceof AppError
  const code = known ? error.code : 'internal'
  const message = known ? error.message : 'Something went wrong inside the program.'
  if (args.includes('--json'))
    process.stderr.write(`${JSON.stringify({ error: { code, message } })}\n`)
  else process.stderr.write(`${message}\n`)
  if (!known) console.error(error)
  return exitCodeOf(code)
}

function describe(run: Run): Command {
  const program = new Command('rtstt')
    .description('Turns what is said on this computer into text. Nothing leaves the machine.')
    .version(manifest.version)
    .option('--data <dir>', 'where meetings and models are kept (or RTSTT_DATA)')
    .option('--json', 'results as JSON')
    .option('--offline', 'reach nothing beyond this computer (or RTSTT_OFFLINE=1)')
    .showHelpAfterError('Try: rtstt --help')
    .exitOverride()
  const add = (parent: Command, usage: string, description: string): Command =>
    parent
      .command(usage)
      .description(description)
      .option('--data <dir>', 'where meetings and models are kept (or RTSTT_DATA)')
      .option('--json', 'results as JSON')
      .option('--offline', 'reach nothing beyond this computer (or RTSTT_OFFLINE=1)')
      .exitOverride()
  hearing(program, add, run)
  describeDevices(program, add, run)
  reading(program, add, run)
  handingOn(program, add, run)
  describeLibrary(program, add, run)
  describeEdit(program, add, run)
  describeUnderstanding(program, add, run)
  describeModels(program, add, run)
  describeVocabulary(program, add, run)
  describeProtection(program, add, run)
  around(program, add, run)
  return program
}

function hearing(program: Command, add: Add, run: Run): void {
  const transcribe = add(program, 'transcribe <files...>', 'turn sound or video files into text')
    .option('--model <id|path>', 'speech model')
    .option('--language <code>', 'auto, en, it, ...; default: as in the settings')
    .option('--format <format>', 'txt, md, srt, vtt or json; docx, pdf and html with --out')
    .option('--out <dir>', 'write one file per input there')
    .option('--force', 'replace files that are there')
    .option('--title <title>', 'title of the meeting')
    .option('--split-channels', 'the left channel is me, the right one is them')
    .option('--vocabulary <terms>', 'names and terms to expect, such as "Anna, billing system"')
    .option('--no-store', 'keep nothing but the printed text')
  transcribe.action((files: string[]) =>
    run(
      async (context) =>
        (await import('./transcribe.ts')).transcribe(
          files,
          transcribe.opts<TranscribeOptions>(),
          context,
        ),
      () => transcribe.optsWithGlobals(),
    )(),
  )
  const record = add(program, 'record', 'listen and write along')
    .option('--source <source>', 'both, mic, system or file:PATH', 'both')
    .option('--microphone <id|name>', 'stay with this microphone; default: the one of the system')
    .option('--system <id|name>', 'hear this output alone; default: the one of the system')
    .option('--pace <pace>', 'for a file: real or fast', 'real')
    .option('--for <time>', 'stop after so long, such as 10m')
    .option(
      '--stop-after-silence <time>',
      'stop when nobody speaks for so long, such as 10m; or never',
    )
    .option('--title <title>', 'title of the meeting')
    .option('--model <id|path>', 'speech model')
    .option('--language <code>', 'auto, en, it, ...; default: as in the settings')
    .option('--vocabulary <terms>', 'names and terms to expect, such as "Anna, billing system"')
    .option('--split-channels', 'for a file: the left channel is me, the right one is them')
    .option('--events', 'print every event as a line of JSON')
    .option('--final-pass <extent>', 'read all again at the end: budget or whole')
    .option('--no-final-pass', 'keep the text as it was heard')
  record.action(
    run(
      async (context) =>
        (await import('./record.ts')).record(record.opts<RecordOptions>(), context),
      () => record.optsWithGlobals(),
    ),
  )
}

function reading(program: Command, add: Add, run: Run): void {
  const meetings = program.command('meetings').description('the meetings that are kept')
  const say = (
    usage: string,
    description: string,
    work: (
      module: typeof Meetings & typeof MeetingText,
      words: readonly string[],
      context: Context,
    ) => Promise<number>,
  ): void => {
    const command = add(meetings, usage, description)
    command.action(() =>
      run(
        async (context) => {
          const module = {
            ...(await import('./meetings.ts')),
            ...(await import('./meeting-text.ts')),
          }
          return work(module, command.args, context)
        },
        () => command.optsWithGlobals(),
      )(),
    )
  }
  say('list', 'all of them, newest first', (module, _, context) => module.listMeetings(context))
  say('search <query...>', 'the same as rtstt search', async (_, words, context) =>
    (await import('./search.ts')).searchMeetings(words.join(' '), context),
  )
  say(
    'rename <id> <title...>',
    'give a meeting another title',
    (module, [id = '', ...title], context) => module.renameMeeting(id, title.join(' '), context),
  )
  say('delete <id>', 'move a meeting to the trash', (module, [id = ''], context) =>
    module.deleteMeeting(id, context),
  )
  describeMany(meetings, add, run)
  const finish = add(meetings, 'finish <id>', 'read the rest of an interrupted meeting').option(
    '--model <id|path>',
    'by another model than it began with',
  )
  finish.action((id: string) =>
    run(
      async (context) => {
        const { model = null } = finish.opts<{ model?: string }>()
        return (await import('./meetings.ts')).finishMeeting(id, model, context)
      },
      () => finish.optsWithGlobals(),
    )(),
  )
  say('edit <id> <segment> <text...>', 'write a sentence anew', (module, words, context) =>
    module.editSegment(words, context),
  )
  say('refused <id>', 'what was understood and held back', (module, [id = ''], context) =>
    module.listRefused(id, context),
  )
  say('restore <id> <refusal>', 'show something that was held back', (module, words, context) =>
    module.restoreRefused(words, context),
  )
  const refine = add(
    meetings,
    'refine <id>',
    'read a meeting again, by stronger means; Ctrl+C keeps what is improved',
  ).option('--model <id|path>', 'speech model; default: the best one that is here')
  refine.action((id: string) =>
    run(
      async (context) => (await import('./refine.ts')).refineMeeting(id, refine.opts(), context),
      () => refine.optsWithGlobals(),
    )(),
  )
  const show = add(program, 'show <id>', 'print a meeting; the newest one is `last`').option(
    '--format <format>',
    'txt, md, srt, vtt or json',
  )
  show.action((id: string) =>
    run(
      async (context) => (await import('./show.ts')).show(id, show.opts(), context),
      () => show.optsWithGlobals(),
    )(),
  )
}

function handingOn(program: Command, add: Add, run: Run): void {
  const handOn = add(
    program,
    'export <ids...>',
    'write a meeting to a file, or several to one archive; the newest one is `last`',
  )
    .option('--format <format>', 'txt, md, srt, vtt, json, docx, pdf or html (a player)', 'md')
    .option('--output <path>', 'a file, or a folder for a file with the name of the meeting', '.')
    .option('--force', 'replace a file that is there')
    .option('--language <code>', 'of the headings: en or it', 'en')
  const parts = ['times', 'speakers', 'summary', 'insights', 'notes', 'gaps', 'sound']
  for (const part of parts) {
    handOn.option(`--${part}`, `with ${part}`).option(`--no-${part}`, `without ${part}`)
  }
  handOn.action((ids: string[]) =>
    run(
      async (context) => (await import('./export.ts')).exportMeetings(ids, handOn.opts(), context),
      () => handOn.optsWithGlobals(),
    )(),
  )
  const verify = add(program, 'verify <file>', 'say whether a player file is what it was')
  verify.action((file: string) =>
    run(
      async (context) => (await import('./export.ts')).verifyFile(file, context),
      () => verify.optsWithGlobals(),
    )(),
  )
}

function around(program: Command, add: Add, run: Run): void {
  describeServing(program, add, run)
  const doctor = add(program, 'doctor', 'say what works on this machine').option(
    '--probe',
    'try anew where models can run',
  )
  doctor.action(
    run(
      async (context) =>
        (await import('./doctor.ts')).doctor(doctor.opts<DoctorOptions>(), context),
      () => doctor.optsWithGlobals(),
    ),
  )
  describeNetwork(program, add, run)
  const measure = add(program, 'measure', 'say what each speech model does on this computer')
  measure.action(
    run(
      async (context) => (await import('./measure.ts')).measure(context),
      () => measure.optsWithGlobals(),
    ),
  )
  const demo = add(program, 'demo', 'play the sample meeting and leave the page open')
  demo.action(
    run(
      async (context) => (await import('./demo.ts')).demo(context),
      () => demo.optsWithGlobals(),
    ),
  )
  describeBench(program, add, run)
}
