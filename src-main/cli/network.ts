import type { NetworkAttempt, NetworkReport } from '#contract/network.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'

/** Tells what may be reached now, and what was attempted. */
export async function network(
  { most }: { readonly most: string },
  { openEngine, terminal, json }: Context,
): Promise<number> {
  await using engine = await openEngine('read')
  const input = inputFor('network.report', { most: Number(most) })
  const report = await engine.api['network.report'](input)
  if (json) terminal.result(JSON.stringify(report, null, 2))
  else for (const line of reportLines(report)) terminal.result(line)
  return exitCodes.done
}

export function reportLines(report: NetworkReport): string[] {
  const { hosts, allowed, refused, attempts } = report
  return [
    `${'Network'.padEnd(12)}${stateOf(report)}`,
    `${'Models'.padEnd(12)}${hosts.join(', ')}`,
    `${'Attempts'.padEnd(12)}${allowed} allowed, ${refused} refused`,
    ...attempts.map(attemptLine),
  ]
}

function stateOf({ network, forced }: NetworkReport): string {
  if (network === 'models') return 'only while you fetch a model, and only from where models are'
  return forced ? 'off, because the program was started so' : 'off'
}

function attemptLine({ at, by, part, what, host, port, allowed }: NetworkAttempt): string {
  const where = port === null ? host : `${host}:${port}`
  const asked = part === null ? by : `${by}, ${part}`
  return `${at}  ${allowed ? 'allowed' : 'refused'}  ${what.padEnd(10)}  ${where}  (${asked})`
}
