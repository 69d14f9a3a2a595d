import { AppError } from '#contract/errors.ts'
import type { LanguageModel } from './language-model.ts'

const missing = async (): Promise<never> => {
  throw new AppError('model_missing', 'There is no language model here.')
}

/** Stands where no language model can be asked. */
export const noLanguageModel: LanguageModel = {
  reply: missing,
  contextTokens: missing,
  count: missing,
  embed: missing,
  measure: missing,
  hold() {},
  library: async () => null,
  async [Symbol.asyncDispose]() {},
}
