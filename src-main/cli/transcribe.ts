import { basename, extname, join } from 'node:path'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { type ExportFormat, usualOptions } from '#contract/export.ts'
import type { Transcript } from '#contract/meeting.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import { formatNamed, refuseUnprintable } from './format-named.ts'
import { bar, clockTime } from './progress.ts'
import { vocabularyOption } from './vocabulary.ts'
import { refuseExisting, writeFileOf } from './write-file.ts'

export interface TranscribeOptions {
  readonly model?: string
  readonly language?: string
  readonly format?: string
  readonly out?: string
  /** Files that are there may be replaced. */
  readonly force?: boolean
  readonly title?: string
  readonly store: boolean
  readonly splitChannels?: boolean
  /** Names and terms to expect, separated by commas. */
  readonly vocabulary?: string
}

/** Turns files into text, one after the other; a file that fails does not keep the next from being read. */
export async function transcribe(
  files: readonly string[],
  options: TranscribeOptions,
  context: Context,
): Promise<number> {
  const format = formatNamed(options.format ?? (context.json ? 'json' : 'txt'))
  if (options.out === undefined) refuseUnprintable(format, '--out FOLDER')
  const vocabulary = vocabularyOption(options.vocabulary)
  await using engine = await context.openEngine('write')
  let code: number = exitCodes.done
  const transcripts: Transcript[] = []
  const written = new Set<string>()
  for (const file of files) {
    if (context.interrupted.aborted) {
      code = exitCodes.interrupted
      break
    }
    const said = new Set<string>()
    const over = new AbortController()
    const unsubscribe = engine.subscribe(follow(engine, file, context, said, over.signal))
    try {
      const path = options.out === undefined ? null : freePath(file, options.out, format, written)
      if (path !== null && !options.force) await refuseExisting(path)
      const transcript = await engine.api['meeting.transcribe'](
        inputFor('meeting.transcribe', {
          path: file,
          title: options.title ?? null,
          model: options.model ?? null,
          language: options.language ?? null,
          channels: options.splitChannels ? 'split' : 'mix',
          vocabulary,
          keep: options.store,
        }),
      )
      transcripts.push(transcript)
      const wish = { transcript, format, options: usualOptions(format) }
      const exported = await engine.api['transcript.export'](wish)
      if (path !== null) await writeFileOf(exported, path, options.force ?? false)
      if (!inArray(files, format, options))
        context.terminal.result(path ?? exported.content.trimEnd())
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const { code: reason, message } = error
      if (context.json)
        context.terminal.say(JSON.stringify({ error: { code: reason, message }, file }))
      else if (!said.has(message)) context.terminal.say(`${basename(file)}: ${message}`)
      code = Math.max(code, exitCodeOf(error.code))
    } finally {
      unsubscribe()
      over.abort()
      context.terminal.status(null)
    }
  }
  if (inArray(files, format, options)) context.terminal.result(JSON.stringify(transcripts, null, 2))
  return code
}

/** Several files as JSON on standard output are one array, so that a program can read them. */
function inArray(files: readonly string[], format: ExportFormat, { out }: TranscribeOptions) {
  return format === 'json' && files.length > 1 && out === undefined
}

/** Two inputs of the same name in different folders must not overwrite each other's text; `written` are those of this run. */
function freePath(
  file: string,
  folder: string,
  format: ExportFormat,
  written: Set<string>,
): string {
  const stem = join(folder, basename(file, extname(file)))
  for (let number = 1; ; number++) {
    const path = `${stem}${number === 1 ? '' : ` (${number})`}.${format}`
    if (written.has(path)) continue
    written.add(path)
    return path
  }
}

/** Shows how far the file was read, warns, and passes on the wish to stop. */
function follow(
  engine: Awaited<ReturnType<Context['openEngine']>>,
  file: string,
  { terminal, interrupted }: Context,
  said: Set<string>,
  over: AbortSignal,
): (event: EngineEvent) => void {
  const name = basename(file)
  return (event) => {
    if (event.type === 'meeting.started') {
      const { id: meetingId } = event.meeting
      const leave = (): void => void engine.api['meeting.stop']({ meetingId }).catch(() => {})
      if (interrupted.aborted) leave()
      else interrupted.addEventListener('abort', leave, { once: true, signal: over })
    }
    if (event.type === 'meeting.warned') {
      said.add(event.message)
      terminal.say(`${name}: ${event.message}`)
    }
    if (event.type === 'meeting.progressed') {
      const { readMs, totalMs, heardMs } = event
      const total = totalMs ?? heardMs
      terminal.status(
        `${name}  ${bar(readMs, total, 24)}  ${clockTime(readMs)} of ${clockTime(total)}`,
      )
    }
  }
}
