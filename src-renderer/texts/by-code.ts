/** Texts for what the engine names by a code; null where it is left to the engine's own sentence. */
import type { ErrorCode } from '#contract/errors.ts'
import type { Warning } from '#contract/warning.ts'
import { en } from './en.ts'
import { languageName } from './format.ts'
import { engine } from './it/engine.ts'
import type { Translate } from './typing.ts'

/** Why something that was asked for did not work. */
export function errorText(t: Translate, code: ErrorCode): string | null {
  return isKey(engine.errors, code)
    ? t(`engine:errors.${code}`, { defaultValue: '' }) || null
    : null
}

/** What the engine warns of while a meeting goes on, and that it is over. */
export function warningText(
  t: Translate,
  { code, track, name, over }: Omit<Warning, 'message'>,
  language: string,
): string | null {
  if (!isKey(engine.warnings, code)) return null
  const named = { name: name ?? '' }
  return (
    t(`engine:${over ? 'over' : 'warnings'}.${code}`, {
      ...named,
      side: t(`engine:sides.${track ?? 'mix'}`),
      inBrackets: name === null ? '' : t('engine:inBrackets', named),
      onDevice: name === null ? '' : t('engine:onDevice', named),
      language: name === null ? t('engine:otherLanguage') : languageName(name, language),
      defaultValue: '',
    }) || null
  )
}

/** Why something was understood and not shown. */
export function ruleText(t: Translate, rule: string): string {
  return isKey(en.heldBack.rules, rule) ? t(`heldBack.rules.${rule}`) : t('heldBack.otherRule')
}

function isKey<T extends object>(texts: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(texts, key)
}
