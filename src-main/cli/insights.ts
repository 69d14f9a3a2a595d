import { AppError } from '#contract/errors.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { findMeeting } from './find-meeting.ts'
import { carriedLines, insightLines } from './insight-lines.ts'

export interface InsightsOptions {
  readonly refresh?: boolean
  readonly model?: string
  readonly carried?: boolean
}

/** What matters in a meeting; or what earlier ones left open. */
export async function insights(
  named: string | undefined,
  options: InsightsOptions,
  context: Context,
): Promise<number> {
  if (options.carried) return carried(named, context)
  if (named === undefined)
    throw new AppError('invalid_input', 'Name a meeting: rtstt insights last')
  // Whoever names a model wants it to read.
  const refresh = options.refresh === true || options.model !== undefined
  const { terminal, json, interrupted } = context
  await using engine = await context.openEngine(refresh ? 'write' : 'read')
  const meetingId = findMeeting(await engine.api['meeting.list']({}), named)
  if (refresh) terminal.status('Understanding the meeting (Ctrl+C leaves it as it was)')
  // Nothing is written before it is whole.
  interrupted.addEventListener('abort', () => process.exit(exitCodes.interrupted))
  const found = refresh
    ? await engine.api['insights.refresh'](
        inputFor('insights.refresh', { meetingId, model: options.model ?? null }),
      )
    : await engine.api['insights.read']({ meetingId })
  terminal.status(null)
  if (json) terminal.result(JSON.stringify(found, null, 2))
  else for (const line of insightLines(found)) terminal.result(line)
  return exitCodes.done
}

async function carried(named: string | undefined, context: Context): Promise<number> {
  await using engine = await context.openEngine('read')
  const meetingId =
    named === undefined ? null : findMeeting(await engine.api['meeting.list']({}), named)
  const left = await engine.api['insights.carried']({ meetingId })
  if (context.json) context.terminal.result(JSON.stringify(left, null, 2))
  else for (const line of carriedLines(left)) context.terminal.result(line)
  return exitCodes.done
}
