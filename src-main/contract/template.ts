import { z } from 'zod'

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** The name of a template's file without its ending: the same on every system. */
export const TemplateId = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'a name of small letters, digits and hyphens, such as my-team',
  )
  .refine((id) => !reserved.test(id), 'Windows keeps this name for a device; choose another one')

export const longestTemplate = 64_000

export const TemplateSource = z.string().max(longestTemplate)

/** A template as it stands in its file. */
export const TemplateText = z.strictObject({
  id: z.string(),
  origin: z.enum(['bundled', 'own']),
  text: z.string(),
})
export type TemplateText = Readonly<z.infer<typeof TemplateText>>

const Wording = z.strictObject({ en: z.string(), it: z.string() })

/** What a text makes as a template, or what is wrong with it. */
export const TemplateCheck = z.strictObject({
  /** Null: it can be used. The line counts from 1. */
  problem: z.strictObject({ line: z.int().positive(), message: z.string() }).nullable(),
  name: Wording.nullable(),
  description: z.string(),
  sections: z.array(
    z.strictObject({
      title: Wording,
      /** What a language model is told to write here. */
      guidance: z.string(),
      /** What stands here where no language model writes. */
      filling: z.enum(['overview', 'topics', 'decisions', 'actions', 'questions']),
    }),
  ),
})
export type TemplateCheck = Readonly<z.infer<typeof TemplateCheck>>
