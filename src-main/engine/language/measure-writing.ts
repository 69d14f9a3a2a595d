import type { LanguageModel } from './language-model.ts'

/** Tells how many tokens each reply had, and how long they took from the first one on, in milliseconds. */
export function measureWriting(
  model: LanguageModel,
  now: () => number,
  written: (tokens: number, ms: number) => void,
): LanguageModel {
  return {
    ...model,
    async reply(request, options = {}) {
      let startedAt: number | null = null
      const reply = await model.reply(request, {
        ...options,
        onText(text) {
          startedAt ??= now()
          options.onText?.(text)
        },
      })
      if (startedAt !== null) written(reply.tokens.written, now() - startedAt)
      return reply
    },
  }
}
