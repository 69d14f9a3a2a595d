import { AppError } from '#contract/errors.ts'
import { defaultSettings, type Settings } from '#contract/settings.ts'
import { type Context, inputFor } from './context.ts'
import { exitCodes } from './exit-codes.ts'

type Name = keyof Settings

/** Shows all settings or one of them, or changes one. */
export async function settings(
  [typed, value]: readonly string[],
  context: Context,
): Promise<number> {
  const name = typed === undefined ? null : nameOf(typed)
  await using engine = await context.openEngine(value === undefined ? 'read' : 'write')
  const chosen =
    name === null || value === undefined
      ? await engine.api['settings.read']({})
      : await engine.api['settings.change'](inputFor('settings.change', { [name]: valueOf(value) }))
  if (context.json) context.terminal.result(JSON.stringify(chosen, null, 2))
  else for (const line of settingLines(chosen, name)) context.terminal.result(line)
  return exitCodes.done
}

/** One setting is its value alone, for scripts. */
export function settingLines(chosen: Settings, name: Name | null): string[] {
  if (name !== null) return [written(chosen[name])]
  return names.map((each) => `${each.padEnd(18)}  ${written(chosen[each])}`)
}

function written(value: Settings[Name]): string {
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

/** Also as options are written: `language-model`. */
export function nameOf(typed: string): Name {
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[-_]/g, '')
  const name = names.find((each) => plain(each) === plain(typed))
  if (name) return name
  throw new AppError(
    'invalid_input',
    `There is no setting ${typed}. There are ${names.join(', ')}.`,
  )
}

const names = Object.keys(defaultSettings) as Name[]
