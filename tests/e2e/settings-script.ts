/** What the settings ask of an engine and a spec has to script itself where it wants an answer. */
import type { EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'

const notScripted = async (): Promise<never> => {
  throw new AppError('internal', 'This is not scripted.')
}

export const settingsScript = {
  'storage.describe': notScripted,
  'storage.preview': notScripted,
  'storage.exempt': notScripted,
  'storage.clean': notScripted,
  'template.read': notScripted,
  'template.check': notScripted,
  'template.write': notScripted,
  'template.remove': notScripted,
  'performance.read': async () => [],
  'computer.measure': notScripted,
  'computer.read': async () => null,
} satisfies Partial<EngineApi>
