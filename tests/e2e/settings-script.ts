/** What a hand-driven engine answers about settings, models and storage: the defaults, and that nothing is there. */
import type { EngineApi } from '#contract/commands.ts'
import type { settingsCommands } from '#contract/settings-commands.ts'
import { defaultSettings } from '#contract/settings.ts'

const noModel = { id: null, without: null }

export function settingsScript(
  notScripted: () => Promise<never>,
): Omit<Pick<EngineApi, keyof typeof settingsCommands>, 'template.list'> {
  return {
    'settings.read': async () => defaultSettings,
    'settings.change': async () => defaultSettings,
    'template.read': notScripted,
    'template.check': notScripted,
    'template.write': notScripted,
    'template.remove': notScripted,
    'model.list': async () => [],
    'model.pull': notScripted,
    'model.cancel': notScripted,
    'model.inUse': async () => ({ speech: noModel, language: noModel, embedding: noModel }),
    'model.add': notScripted,
    'model.verify': async () => [],
    'model.remove': notScripted,
    'storage.describe': notScripted,
    'storage.preview': notScripted,
    'storage.exempt': notScripted,
    'storage.clean': notScripted,
  }
}
