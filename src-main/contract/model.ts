import { z } from 'zod'

/** What a model file is for. */
export const ModelKind = z.enum([
  'speech',
  'vad',
  'language',
  'embedding',
  'segmentation',
  'voiceprint',
])
export type ModelKind = z.infer<typeof ModelKind>

/**
 * A model the catalogue knows or a person added, and what is known of its file here.
 * `hash` says how far the file's content can be trusted: `published` by its makers, `pinned` when it
 * was first fetched or added, `none` while neither has happened.
 */
export const Model = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: ModelKind,
  runtime: z.string(),
  languages: z.array(z.string()),
  sizeBytes: z.int().nonnegative().nullable(),
  licence: z.string().nullable(),
  hash: z.enum(['published', 'pinned', 'none']),
  origin: z.enum(['bundled', 'catalog', 'added']),
  state: z.enum(['present', 'partial', 'absent']),
  /** Memory that it takes while it runs, in bytes, or null where nobody knows. */
  memoryBytes: z.int().positive().nullable(),
  /** How that suits this machine: with room to spare, just so, or not at all; null where nobody knows. */
  fit: z.enum(['good', 'tight', 'too_large']).nullable(),
  /** The one of its kind to begin with on this machine. */
  recommended: z.boolean(),
  /** Where the file lies on this machine, when it is present. */
  path: z.string().nullable(),
})
export type Model = Readonly<z.infer<typeof Model>>

export const ModelCheck = z.strictObject({
  id: z.string(),
  verdict: z.enum(['intact', 'damaged', 'unverifiable']),
  /** One sentence for people. */
  detail: z.string(),
})
export type ModelCheck = Readonly<z.infer<typeof ModelCheck>>

const Chosen = z.strictObject({
  id: z.string().nullable(),
  /** Why there is none, for people; null where there is one. */
  without: z.string().nullable(),
})

/** The model of each kind that is used where nobody names one. */
export const ModelsInUse = z.strictObject({
  speech: Chosen,
  language: Chosen,
  embedding: Chosen,
})
export type ModelsInUse = Readonly<z.infer<typeof ModelsInUse>>
