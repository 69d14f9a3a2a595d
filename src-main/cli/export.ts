import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import {
  type ExportedFile,
  type ExportFormat,
  ExportLanguage,
  type ExportOptions,
  usualOptions,
} from '#contract/export.ts'
import { ExportId, type MeetingId } from '#contract/ids.ts'
import { type Context, type Engine, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { findMeeting } from './find-meeting.ts'
import { formatNamed } from './format-named.ts'
import { bar } from './progress.ts'
import { refuseExisting, writeFileOf } from './write-file.ts'

/** As they were typed; a part that was not named is as the format usually has it. */
export interface ExportWords {
  readonly format?: string
  readonly output?: string
  readonly force?: boolean
  readonly language?: string
  readonly times?: boolean
  readonly speakers?: boolean
  readonly summary?: boolean
  readonly insights?: boolean
  readonly notes?: boolean
  readonly gaps?: boolean
  readonly sound?: boolean
}

const switches = [
  'times',
  'speakers',
  'summary',
  'insights',
  'notes',
  'gaps',
  'sound',
] as const satisfies ReadonlyArray<keyof ExportOptions>

/** Writes meetings to files: one to a file or a folder, several to one archive. */
export async function exportMeetings(
  named: readonly string[],
  words: ExportWords,
  context: Context,
): Promise<number> {
  const format = formatNamed(words.format ?? 'md')
  const options = optionsOf(format, words)
  await using engine = await context.openEngine('read')
  const meetings = await engine.api['meeting.list']({})
  const ids = [...new Set(named.map((one) => findMeeting(meetings, one)))]
  const { output = '.', force = false } = words
  const folder = await isFolder(output)
  if (!folder && !force) await refuseExisting(output)
  const file = await made(engine, { ids, format, options }, context)
  const path = folder ? join(output, file.fileName) : output
  if (folder && !force) await refuseExisting(path)
  await writeFileOf(file, path, force)
  context.terminal.result(context.json ? JSON.stringify({ path }) : path)
  return exitCodes.done
}

function optionsOf(format: ExportFormat, words: ExportWords): ExportOptions {
  const usual = usualOptions(format)
  const language = ExportLanguage.safeParse(words.language ?? 'en')
  if (!language.success)
    throw new AppError('invalid_input', 'The language of the headings is en or it.')
  const chosen = Object.fromEntries(switches.map((name) => [name, words[name] ?? usual[name]]))
  return { ...usual, ...chosen, language: language.data }
}

/** A path that ends in a separator is meant as a folder, also where there is none yet. */
async function isFolder(output: string): Promise<boolean> {
  if (/[/\\]$/.test(output)) return true
  const found = await stat(output).catch(() => null)
  return found?.isDirectory() ?? false
}

interface Wish {
  readonly ids: readonly MeetingId[]
  readonly format: ExportFormat
  readonly options: ExportOptions
}

/** Makes the file, tells how far it is, and ends the work where somebody presses Ctrl+C. */
async function made(
  engine: Engine,
  { ids, ...wish }: Wish,
  { terminal, interrupted }: Context,
): Promise<ExportedFile> {
  const exportId = ExportId.parse(crypto.randomUUID())
  const unsubscribe = engine.subscribe((event) => {
    if (event.type !== 'export.progressed' || event.exportId !== exportId) return
    terminal.status(`${bar(event.share * 100, 100, 24)}  ${Math.floor(event.share * 100)} %`)
  })
  const stop = (): void => void engine.api['export.cancel']({ exportId })
  interrupted.addEventListener('abort', stop, { once: true })
  try {
    const [meetingId] = ids
    if (ids.length === 1 && meetingId)
      return await engine.api['meeting.export']({ exportId, meetingId, ...wish })
    const input = inputFor('meetings.export', { exportId, meetingIds: ids, ...wish })
    return await engine.api['meetings.export'](input)
  } finally {
    interrupted.removeEventListener('abort', stop)
    unsubscribe()
    terminal.status(null)
  }
}

/** Says whether a player file is what it was when it was written. */
export async function verifyFile(path: string, context: Context): Promise<number> {
  await using engine = await context.openEngine('read')
  const { intact, parts } = await engine.api['export.verify']({ path })
  if (context.json) context.terminal.result(JSON.stringify({ intact, parts }, null, 2))
  else {
    for (const { name, state, sha256 } of parts)
      context.terminal.result(`${name.padEnd(8)}${state.padEnd(10)}${sha256}`)
    context.terminal.say(
      intact
        ? `${basename(path)} is intact.`
        : `${basename(path)} was changed since it was written. Export the meeting again, or ask for the file again.`,
    )
  }
  return intact ? exitCodes.done : exitCodes.failed
}
