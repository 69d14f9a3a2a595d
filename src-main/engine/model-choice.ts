import { basename } from 'node:path'
import { AppError } from '#contract/errors.ts'
import { isDecodable, smallerModel } from './model-files/choose-model.ts'
import type { FoundModel } from './model-files/model-files.ts'
import type { Parts } from './parts.ts'

export interface ChosenModel extends FoundModel {
  /** What a person should know who did not choose this model, or null. */
  readonly warning: string | null
  /** A smaller model for a machine that cannot keep up with this one; null where there is none. */
  readonly smaller: { readonly id: string; readonly path: string } | null
}

/** The speech model to use: the one named, or what the settings say, which is the best one present where it is gone. */
export async function chosenModel(
  { modelFiles }: Pick<Parts, 'modelFiles'>,
  named: string | null,
  setting = 'best',
): Promise<ChosenModel> {
  const found = named === null ? await modelFiles.preferred(setting) : await modelFiles.find(named)
  if (found) {
    const warning = named === null ? warningAbout(found, setting) : null
    const smaller = smallerModel(await modelFiles.list(), found)
    const { id, path = null } = smaller ?? {}
    return { ...decodable(found), warning, smaller: id && path ? { id, path } : null }
  }
  throw new AppError(
    'model_missing',
    named === null
      ? 'There is no speech model yet. Fetch one with: rtstt models pull whisper-base'
      : `The model ${named} is not here. See what there is with: rtstt models list`,
  )
}

/** Models that know only English write English whatever is spoken: asking them for another language is a mistake. */
export function refuseLanguage(model: FoundModel, language: string): void {
  if (knowsLanguage(model, language)) return
  throw new AppError(
    'invalid_input',
    `The model ${basename(model.id)} knows only English. Choose English (--language en), or a multilingual model.`,
  )
}

export function knowsLanguage({ languages }: FoundModel, language: string): boolean {
  const onlyEnglish = languages.length === 1 && languages[0] === 'en'
  return !onlyEnglish || language === 'auto' || language === 'en'
}

/** It prints sentences of its own grammar whatever is said: nobody may take them for their own words. */
function warningAbout({ id }: FoundModel, setting: string): string | null {
  if (id === setting) return null
  if (setting !== 'best')
    return `The speech model chosen in the settings, ${setting}, is not here. ${id} is used instead.`
  if (id !== 'test-speech-en') return null
  return 'Only the small test model is here. It knows the sample sentences and writes nonsense for anything else. For real speech: rtstt models pull whisper-base'
}

function decodable(found: FoundModel): FoundModel {
  if (isDecodable(found.runtime)) return found
  throw new AppError(
    'model_mismatch',
    `${basename(found.id)} is not a speech model this program can use. It needs a Whisper or Parakeet model in ggml format.`,
  )
}
