import { z } from 'zod'

/** `best`: the best that is here and fits this machine. `none`: it is done without. Else the id of a model. */
const ModelChoice = z.string().min(1)

/** What a person has chosen for all meetings. */
export const Settings = z.strictObject({
  languageModel: ModelChoice,
  embeddingModel: ModelChoice,
  /** `spoken`: that of the meeting; else a code such as `it`. */
  summaryLanguage: z
    .string()
    .regex(/^(spoken|[a-z]{2,3})$/, 'a language code such as en, or spoken'),
})
export type Settings = Readonly<z.infer<typeof Settings>>

export const defaultSettings: Settings = {
  languageModel: 'best',
  embeddingModel: 'best',
  summaryLanguage: 'spoken',
}
