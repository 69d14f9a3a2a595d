/** Which language model and which embedding model is asked, or why none is. */
import { basename } from 'node:path'
import { AppError } from '#contract/errors.ts'
import { chooseLanguageModel } from './model-files/choose-language-model.ts'
import type { Parts } from './parts.ts'
import { chosenSettings } from './settings-commands.ts'

export interface ChosenLanguageModel {
  readonly id: string
  readonly path: string
}

/** No model, and why, for people. */
export interface WithoutModel {
  readonly without: string
}

export type LanguageChoice = ChosenLanguageModel | WithoutModel

type Kind = 'language' | 'embedding'
type Asked = Pick<Parts, 'modelFiles'> & { readonly keeping: Pick<Parts['keeping'], 'store'> }

/** `named`: an id or a path; null: what the settings say; `none`: none. Refuses a named one that is not here. */
export async function chosenLanguageModel(
  parts: Asked,
  kind: Kind,
  named: string | null,
): Promise<LanguageChoice> {
  if (named === 'none') return { without: `No ${kind} model was asked, as wished.` }
  return named === null ? bySettings(parts, kind) : byName(parts, kind, named)
}

async function bySettings({ modelFiles, keeping }: Asked, kind: Kind): Promise<LanguageChoice> {
  const { languageModel, embeddingModel } = chosenSettings(keeping.store.settings)
  const setting = kind === 'language' ? languageModel : embeddingModel
  const choice = chooseLanguageModel(await modelFiles.list(), kind, setting)
  if ('without' in choice) return choice
  try {
    const found = await modelFiles.find(choice.chosen.id)
    if (found) return { id: found.id, path: found.path }
    return { without: `The file of ${choice.chosen.name} is gone.` }
  } catch (error) {
    // A damaged file is no reason to refuse what works without one.
    if (error instanceof AppError) return { without: error.message }
    throw error
  }
}

async function byName({ modelFiles }: Asked, kind: Kind, named: string): Promise<LanguageChoice> {
  const known = (await modelFiles.list()).find(({ id }) => id === named)
  if (known && known.kind !== kind) throw mismatch(known, kind)
  const found = known && known.state !== 'present' ? null : await modelFiles.find(named)
  if (!found) throw missing(named, kind, known?.origin === 'catalog')
  if (found.runtime !== 'llama.cpp') throw mismatch(found, kind)
  // A summary tells its model: where a file lies is nobody's business who reads it.
  return { id: basename(found.id), path: found.path }
}

function missing(named: string, kind: Kind, canBeFetched: boolean): AppError {
  const remedy = canBeFetched
    ? `Fetch it with: rtstt models pull ${named}`
    : `See what there is with: rtstt models list --kind ${kind}`
  return new AppError('model_missing', `The model ${named} is not here. ${remedy}`)
}

function mismatch({ id }: { readonly id: string }, kind: Kind): AppError {
  const what = kind === 'language' ? 'a language model' : 'an embedding model'
  return new AppError(
    'model_mismatch',
    `${basename(id)} is not ${what} in GGUF format. See what there is with: rtstt models list --kind ${kind}`,
  )
}
