import type { CommandInput } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import { defaultSettings, type Settings } from '#contract/settings.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'

/** Where a setting stands: its name, and that of a part of it where it has parts. */
export type Place = readonly [keyof Settings] | readonly [keyof Settings, string]

/** Shows all settings or one of them, or changes one. */
export async function settings(
  [typed, value]: readonly string[],
  context: Context,
): Promise<number> {
  const place = typed === undefined ? null : placeOf(typed)
  await using engine = await context.openEngine(value === undefined ? 'read' : 'write')
  engine.subscribe((event) => {
    if (event.type !== 'retention.applied') return
    const { soundRemoved, meetingsRemoved } = event
    context.terminal.say(
      `By this rule ${soundRemoved.length} recordings and ${meetingsRemoved.length} meetings were removed.`,
    )
  })
  const before = await engine.api['settings.read']({})
  const chosen =
    place === null || value === undefined
      ? before
      : await engine.api['settings.change'](changeOf(before, place, valueOf(value)))
  if (context.json) context.terminal.result(JSON.stringify(chosen, null, 2))
  else for (const line of settingLines(chosen, place)) context.terminal.result(line)
  return exitCodes.done
}

/** Of a setting with parts the other parts stay. */
export function changeOf(
  before: Settings,
  [name, part]: Place,
  value: unknown,
): CommandInput<'settings.change'> {
  const changed = part === undefined ? value : { ...partsOf(before[name]), [part]: value }
  return inputFor('settings.change', { [name]: changed })
}

/** One setting is its value alone, for scripts; of one with parts, each part. */
export function settingLines(chosen: Settings, place: Place | null): string[] {
  const shown = place === null ? places : places.filter((one) => isWithin(one, place))
  if (shown.length === 1 && place) return shown.map((one) => written(valueAt(chosen, one)))
  const width = Math.max(...shown.map((one) => one.join('.').length))
  return shown.map((one) => `${one.join('.').padEnd(width)}  ${written(valueAt(chosen, one))}`)
}

function isWithin(one: Place, [name, part]: Place): boolean {
  return one[0] === name && (part === undefined || one[1] === part)
}

function valueAt(chosen: Settings, [name, part]: Place): unknown {
  return part === undefined ? chosen[name] : partsOf(chosen[name])?.[part]
}

function partsOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What is no word is written as JSON: `true`, `30`, `null`, `{"sizePx": 20, ...}`. */
export function valueOf(typed: string): unknown {
  if (!/^(true|false|null|-?\d+|\{.*\})$/s.test(typed)) return typed
  try {
    return JSON.parse(typed)
  } catch {
    return typed
  }
}

/** Also as options are written: `language-model`, and with a part: `captions.size-px`. */
export function placeOf(typed: string): Place {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[-_]/g, '')
  const whole = names.map((name): Place => [name])
  const place = [...whole, ...places].find((one) => plain(one.join('.')) === plain(typed))
  if (place) return place
  const [name = ''] = typed.split('.')
  const near = places.filter((one) => one.length === 2 && plain(one[0]) === plain(name))
  const known = near.length > 0 ? near.map((one) => one.join('.')) : names
  throw new AppError(
    'invalid_input',
    `There is no setting ${typed}. There are ${known.join(', ')}.`,
  )
}

const names = Object.keys(defaultSettings) as (keyof Settings)[]

const places: readonly Place[] = names.flatMap((name): Place[] => {
  const parts = partsOf(defaultSettings[name])
  return parts === null ? [[name]] : Object.keys(parts).map((part): Place => [name, part])
})
