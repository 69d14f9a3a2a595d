/** What can be done with model files, and which of them are used. */
import type { CommandOutput, EngineApi } from '#contract/commands.ts'
import { AppError } from '#contract/errors.ts'
import type { EngineEvent } from '#contract/events.ts'
import { chosenLanguageModel } from './language-choice.ts'
import { chosenModel } from './model-choice.ts'
import type { Parts } from './parts.ts'
import { chosenSettings } from './settings-commands.ts'

type ModelCommand =
  | 'model.list'
  | 'model.pull'
  | 'model.cancel'
  | 'model.inUse'
  | 'model.add'
  | 'model.verify'
  | 'model.remove'

type Needed = Pick<Parts, 'modelFiles'> & {
  readonly keeping: Pick<Parts['keeping'], 'store'>
}
type InUse = CommandOutput<'model.inUse'>['speech']

export function modelCommands(
  parts: Needed,
  tell: (event: EngineEvent) => void,
): Pick<EngineApi, ModelCommand> {
  const { modelFiles } = parts
  const pulls = new Map<string, Set<AbortController>>()
  const changed = (): void => tell({ type: 'models.changed' })

  async function pull(modelId: string) {
    const leaving = new AbortController()
    const asked = pulls.get(modelId) ?? new Set()
    pulls.set(modelId, asked.add(leaving))
    try {
      return await modelFiles.pull(modelId, {
        signal: leaving.signal,
        onProgress: (progress) => tell({ type: 'model.progressed', modelId, ...progress }),
      })
    } finally {
      asked.delete(leaving)
      if (asked.size === 0 && pulls.get(modelId) === asked) pulls.delete(modelId)
      changed()
    }
  }

  return {
    'model.list': async () => [...(await modelFiles.list())],
    'model.pull': ({ modelId }) => pull(modelId),
    async 'model.cancel'({ modelId }) {
      for (const leaving of pulls.get(modelId) ?? []) leaving.abort()
      return null
    },
    'model.inUse': async () => ({
      speech: await inUse(async () => {
        const { speechModel } = chosenSettings(parts.keeping.store.settings)
        return chosenModel(parts, null, speechModel)
      }),
      language: await inUse(() => chosenLanguageModel(parts, 'language', null)),
      embedding: await inUse(() => chosenLanguageModel(parts, 'embedding', null)),
    }),
    async 'model.add'({ path }) {
      const added = await modelFiles.add(path)
      changed()
      return added
    },
    'model.verify': async () => [...(await modelFiles.verify())],
    async 'model.remove'({ modelId }) {
      await modelFiles.remove(modelId)
      changed()
      return null
    },
  }
}

/** A damaged file, or none at all, is an answer and no failure of the question. */
async function inUse(
  choose: () => Promise<{ readonly id: string } | { readonly without: string }>,
): Promise<InUse> {
  try {
    const choice = await choose()
    return 'without' in choice
      ? { id: null, without: choice.without }
      : { id: choice.id, without: null }
  } catch (error) {
    if (error instanceof AppError) return { id: null, without: error.message }
    throw error
  }
}
