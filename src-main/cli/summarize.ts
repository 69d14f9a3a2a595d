import type { Summary, SummaryTemplate } from '#contract/summary.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { findMeeting } from './find-meeting.ts'
import { originLine } from './origin-line.ts'
import { bar, clockTime } from './progress.ts'

export interface SummarizeOptions {
  readonly template?: string
  readonly model?: string
  readonly language?: string
}

/** Writes a summary; the one before stays among the earlier ones. */
export async function summarize(
  named: string,
  { template = null, model = null, language = null }: Nullable<SummarizeOptions>,
  context: Context,
): Promise<number> {
  const { terminal, interrupted, json } = context
  await using engine = await context.openEngine('write')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  const input = inputFor('summary.write', { meetingId, template, model, language })
  engine.subscribe((event) => {
    if (event.type === 'summary.progressed')
      terminal.status(`Summarizing  ${bar(event.share, 1, 24)}  (Ctrl+C keeps the one before)`)
  })
  const cancel = (): void => {
    // It may have ended just now.
    void engine.api['summary.cancel']({ meetingId }).catch(() => {})
  }
  interrupted.addEventListener('abort', cancel, { once: true })
  const summary = await engine.api['summary.write'](input).finally(() => terminal.status(null))
  if (json) terminal.result(JSON.stringify(summary, null, 2))
  else for (const line of summaryLines(summary)) terminal.result(line)
  return interrupted.aborted ? exitCodes.interrupted : exitCodes.done
}

type Nullable<T> = { readonly [K in keyof T]?: T[K] | null }

/** Its sections, each statement with the time at which it was said. */
export function summaryLines(summary: Summary): string[] {
  const lines = summary.sections
    .filter((section) => section.lines.length > 0)
    .flatMap(({ title, lines: statements }) => [
      title,
      ...statements.map(({ text, citations: [first] }) => {
        const time = first === undefined ? '' : clockTime(first.startMs)
        return `  ${time.padStart(7)}  ${text}`
      }),
      '',
    ])
  const outdated = summary.outdated ? ['The transcript was changed since.'] : []
  return [
    ...(summary.title === null ? [] : [summary.title, '']),
    ...(lines.length > 0 ? lines : ['There is nothing to summarize.', '']),
    ...outdated,
    originLine(summary),
  ]
}

export async function templates({ terminal, json, openEngine }: Context): Promise<number> {
  await using engine = await openEngine('read')
  const all = await engine.api['template.list']({})
  if (json) terminal.result(JSON.stringify(all, null, 2))
  else for (const template of all) terminal.result(templateLine(template))
  return exitCodes.done
}

function templateLine({ id, name, description, origin }: SummaryTemplate): string {
  return `${id.padEnd(16)}  ${name}: ${description}${origin === 'own' ? '  (your own)' : ''}`
}
