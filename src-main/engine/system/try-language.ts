import { AppError } from '#contract/errors.ts'
import type { LoadedModel, SystemReport } from '#contract/system.ts'

type Reported = SystemReport['language']
type Kind = 'language' | 'embedding'

export interface LanguageAsked {
  readonly languageModel: {
    library(): Promise<string | null>
    measure(modelPath: string, kind: Kind): Promise<Measured>
  }
  /** The model that is used, or why there is none. */
  readonly chosenModel: (
    kind: Kind,
  ) => Promise<{ readonly id: string; readonly path: string } | { readonly without: string }>
}

type Measured = Omit<LoadedModel, 'id'>

interface Tried {
  readonly model: LoadedModel | null
  readonly problem: string | null
}

/** Whether a language model answers here, and how fast: the chosen ones are loaded and write a few words. */
export async function tryLanguage(asked: LanguageAsked): Promise<Reported> {
  const library = await asked.languageModel.library()
  if (library === null) {
    const problem = 'The library for language models could not be started. Run "npm install" again.'
    return { available: false, problem, library, model: null, embedding: null }
  }
  const { model, problem } = await tryModel('language', asked)
  const embedding = await tryModel('embedding', asked)
  return { available: model !== null, problem, library, model, embedding: embedding.model }
}

async function tryModel(kind: Kind, { languageModel, chosenModel }: LanguageAsked): Promise<Tried> {
  try {
    const chosen = await chosenModel(kind)
    if ('without' in chosen) return { model: null, problem: chosen.without }
    const measured = await languageModel.measure(chosen.path, kind)
    const { backend, gpuLayers, layers, contextTokens } = measured
    const { promptTokensPerSecond, tokensPerSecond } = measured
    const model = {
      id: chosen.id,
      ...{ backend, gpuLayers, layers, contextTokens },
      ...{ promptTokensPerSecond, tokensPerSecond },
    }
    return { model, problem: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { model: null, problem: error.message }
  }
}
