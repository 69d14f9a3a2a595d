import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench, Figure } from '../../bench/figures.ts'
import { reached } from '../../bench/figures.ts'
import { AppError } from '#contract/errors.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'

/** As typed; each measurement takes those that mean something to it. */
export interface BenchOptions {
  readonly clock: string
  readonly hog?: boolean
  readonly model?: string
  readonly events?: string
  readonly hours?: string
  readonly minutes?: string
  readonly seconds?: string
  readonly cli?: string
  readonly stream?: string
  readonly part?: string
}

type Measure = (files: readonly string[], options: BenchOptions) => Promise<Bench>

const benches: Readonly<Record<string, Measure>> = {
  offline: async (files) => (await import('../../bench/offline.ts')).benchOffline(files),
  live: async (files, options) =>
    (await import('../../bench/live.ts')).benchLive(files, liveWishes(options)),
  silence: async (_, options) =>
    (await import('../../bench/silence.ts')).benchSilence(number(options.minutes, 60, 'minutes')),
  policy: async (_, options) =>
    (await import('../../bench/policy.ts')).benchPolicy(number(options.seconds, 120, 'seconds')),
  soak: async (_, options) =>
    (await import('../../bench/soak.ts')).benchSoak(number(options.hours, 3, 'hours')),
  overload: async (_, options) =>
    (await import('../../bench/overload.ts')).benchOverload(number(options.minutes, 10, 'minutes')),
  hardship: async (_, options) =>
    (await import('../../bench/hardship.ts')).benchHardship(number(options.minutes, 30, 'minutes')),
  rivals: async (files, { cli = null, stream = null, model = null }) =>
    (await import('../../bench/rivals.ts')).benchRivals(files, { cli, stream, model }),
  speeds: async (_, options) =>
    (await import('../../bench/speeds.ts')).benchSpeeds(number(options.minutes, 2, 'minutes')),
  devices: async () => (await import('../../bench/devices.ts')).benchDevices(),
  bleed: async () => (await import('../../bench/bleed.ts')).benchBleed(),
  capture: async () => (await import('../../bench/capture.ts')).benchCapture(),
  recover: async () => (await import('../../bench/recover.ts')).benchRecover(),
  search: async () => (await import('../../bench/search.ts')).benchSearch(),
  language: async () => (await import('../../bench/language.ts')).benchLanguage(),
  understand: async (_, { part = null }) =>
    (await import('../../bench/understand.ts')).benchUnderstand(part),
  start: async () => (await import('../../bench/start.ts')).benchStart(),
  words: async () => (await import('../../bench/words.ts')).benchWords(),
  vocabulary: async () => (await import('../../bench/vocabulary.ts')).benchVocabulary(),
  sealed: async (_, options) =>
    (await import('../../bench/sealed.ts')).benchSealed(number(options.seconds, 20, 'seconds')),
  doubt: async () => (await import('../../bench/doubt.ts')).benchDoubt(),
}

function liveWishes({ clock, hog = false, model, events }: BenchOptions) {
  if (clock !== 'real' && clock !== 'stopped')
    throw new AppError('invalid_input', '--clock takes real or stopped.')
  return { clock, hog, events: events ?? null, ...(model !== undefined && { model }) } as const
}

function number(typed: string | undefined, otherwise: number, name: string): number {
  const value = typed === undefined ? otherwise : Number(typed)
  if (value > 0 && Number.isFinite(value)) return value
  throw new AppError('invalid_input', `--${name} takes a number above 0.`)
}

/** Measures, prints a table, and fails when a promised figure was not reached. */
export async function bench(
  what: string,
  files: readonly string[],
  options: BenchOptions,
  { terminal, json }: Context,
): Promise<number> {
  const measure = benches[what]
  if (!measure)
    throw new AppError('invalid_input', `bench takes one of ${Object.keys(benches).join(', ')}.`)
  terminal.status(`Measuring ${what} …`)
  const result = await withKeysApart(() => measure(files, options))
  terminal.status(null)
  if (json) terminal.result(JSON.stringify(result, null, 2))
  else for (const line of linesOf(result)) terminal.result(line)
  return result.figures.every(reached) ? exitCodes.done : exitCodes.failed
}

/** Its data folders are passing, so their keys are no business of whoever measures. */
async function withKeysApart<T>(work: () => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rtstt-keys-'))
  process.env['RTSTT_KEYS'] = folder
  try {
    return await work()
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
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
