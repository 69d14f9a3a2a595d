import type { Bench, Figure } from '../../bench/figures.ts'
import { reached } from '../../bench/figures.ts'
import { AppError } from '#contract/errors.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'

const benches: Readonly<Record<string, (files: readonly string[]) => Promise<Bench>>> = {
  offline: async (files) => (await import('../../bench/offline.ts')).benchOffline(files),
  devices: async () => (await import('../../bench/devices.ts')).benchDevices(),
  live: async () => (await import('../../bench/live.ts')).benchLive(),
  bleed: async () => (await import('../../bench/bleed.ts')).benchBleed(),
  capture: async () => (await import('../../bench/capture.ts')).benchCapture(),
  recover: async () => (await import('../../bench/recover.ts')).benchRecover(),
  search: async () => (await import('../../bench/search.ts')).benchSearch(),
  start: async () => (await import('../../bench/start.ts')).benchStart(),
}

/** Measures, prints a table, and fails when a promised figure was not reached. */
export async function bench(
  what: string,
  files: readonly string[],
  { terminal, json }: Context,
): Promise<number> {
  const measure = benches[what]
  if (!measure)
    throw new AppError('invalid_input', `bench takes one of ${Object.keys(benches).join(', ')}.`)
  terminal.status(`Measuring ${what} …`)
  const result = await measure(files)
  terminal.status(null)
  if (json) terminal.result(JSON.stringify(result, null, 2))
  else for (const line of linesOf(result)) terminal.result(line)
  return result.figures.every(reached) ? exitCodes.done : exitCodes.failed
}

function linesOf({ title, figures, table }: Bench): string[] {
  const lines = [title, '']
  for (const row of table)
    lines.push(
      Object.entries(row)
        .map(([name, value]) => `${name} ${value}`)
        .join('   '),
    )
  if (table.length > 0) lines.push('')
  for (const figure of figures) lines.push(figureLine(figure))
  return lines
}

function figureLine(figure: Figure): string {
  const { name, value, unit, atMost, atLeast } = figure
  const promise =
    atMost === null ? (atLeast === null ? '' : `at least ${atLeast}`) : `at most ${atMost}`
  const verdict = promise === '' ? '' : reached(figure) ? '✓' : '✗ missed'
  return `${name.padEnd(44)}${String(value).padStart(9)} ${unit.padEnd(7)} ${promise.padEnd(14)} ${verdict}`.trimEnd()
}
